import Dossier from '#app/dossiers/models/dossier'
import Membership from '#app/identity/models/membership'
import { officeSeal } from '#app/regions/contacts'
import ExamPoint from '#app/regions/models/exam_point'
import Registration from '#app/registrations/models/registration'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** What keeps a point: it goes only when all are 0. */
export interface PointUses {
  registrations: number
  dossiers: number
  staff: number
  /** Registration points under it. */
  points: number
}

export interface PointNode {
  id: string
  code: string
  zh: string
  en: string | null
  phone: string | null
  hoursZh: string | null
  hoursEn: string | null
  addressZh: string | null
  addressEn: string | null
  /** Of what its form is filled with. */
  seal: string
  uses: PointUses
  registrationPoints: Omit<PointNode, 'registrationPoints'>[]
}

/** The region's exam points with their registration points, by code. Four queries. */
export async function pointTree(): Promise<PointNode[]> {
  const points = await ExamPoint.query().orderBy('code').orderBy('id')
  const uses = await usesOfPoints(points)
  const node = (point: ExamPoint) => {
    const { id, code, zh, en, phone, hoursZh, hoursEn, addressZh, addressEn } = point
    return {
      ...{ id, code, zh, en, phone, hoursZh, hoursEn, addressZh, addressEn },
      seal: officeSeal(point),
      uses: uses.get(id)!,
    }
  }
  return points
    .filter(({ parentId }) => parentId === null)
    .map((point) => ({
      ...node(point),
      registrationPoints: points.filter(({ parentId }) => parentId === point.id).map(node),
    }))
}

/** What refers to one point. */
export async function pointUses(point: ExamPoint, client: QueryClientContract): Promise<PointUses> {
  const under = await ExamPoint.query({ client }).where('parent_id', point.id)
  return (await usesOfPoints([point, ...under], client)).get(point.id)!
}

async function usesOfPoints(points: readonly ExamPoint[], client?: QueryClientContract) {
  const ids = points.map(({ id }) => id)
  const registrations = await countBy(Registration, ids, client)
  const dossiers = await countBy(Dossier, ids, client)
  const staff = await countBy(Membership, ids, client)
  return new Map<string, PointUses>(
    ids.map((id) => [
      id,
      {
        registrations: registrations.get(id) ?? 0,
        dossiers: dossiers.get(id) ?? 0,
        staff: staff.get(id) ?? 0,
        points: points.filter(({ parentId }) => parentId === id).length,
      },
    ])
  )
}

async function countBy(
  model: typeof Registration | typeof Dossier | typeof Membership,
  ids: readonly string[],
  client?: QueryClientContract
): Promise<Map<string, number>> {
  const rows = await (model as typeof Registration)
    .query({ client })
    .whereIn('exam_point_id', [...ids])
    .groupBy('exam_point_id')
    .select('exam_point_id')
    .count('* as n')
  return new Map(rows.map((row) => [row.examPointId, Number(row.$extras.n)]))
}
