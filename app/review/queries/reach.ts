import db from '@adonisjs/lucid/services/db'
import { may } from '#app/core/access'
import type { ReleaseDocument } from '#app/core/release'
import { releaseDocument } from '#app/catalog/releases'
import type ExamPoint from '#app/regions/models/exam_point'
import { currentRegionId } from '#app/shared/region_context'
import type { StaffActor } from '#app/review/reviewer'

export type Point = Pick<ExamPoint, 'id' | 'parentId' | 'code' | 'zh' | 'en'>

/** A stage at which the viewer reviews, and for which points; releases that say the same share one. */
export interface Duty {
  stage: number
  releases: string[]
  /** Null: the whole region. */
  points: readonly string[] | null
  slaHours: number | null
  approvals: number
}

/** What a member of staff sees of the region's current season, and what waits for him there. */
export interface Reach {
  staffId: string
  seasonId: string
  /** Points whose dossiers he sees, and their ids; null: the whole region. */
  points: Point[]
  pointIds: readonly string[] | null
  releases: ReadonlyMap<string, ReleaseDocument>
  duties: Duty[]
}

/** Asks core/access once for each point and stage, so that lists follow the same rules as pages. */
export async function readReach(actor: StaffActor): Promise<Reach> {
  const { seasonId, releaseIds, points: all } = await readGround()
  const releases = new Map<string, ReleaseDocument>()
  for (const id of releaseIds) releases.set(id, await releaseDocument(id))
  const points = pointsFor(actor, 'dossier.view', all)
  return {
    staffId: actor.id,
    seasonId,
    points,
    pointIds: idsUnlessAll(points, all),
    releases,
    duties: dutiesOf(actor, all, releases),
  }
}

/** The path from a point up, as core/access wants it. */
export function pathOf({ id, parentId }: Point): string[] {
  return parentId ? [id, parentId] : [id]
}

/**
 * The current season with its releases, and the region's points: one statement, because whoever claims
 * asks for it. seasonId is '' where the region has no season.
 */
async function readGround() {
  const region = currentRegionId()
  const releases = db
    .from('seasons as s')
    .leftJoin('releases as r', (join) =>
      join.on('r.region_id', 's.region_id').andOn('r.season_id', 's.id')
    )
    .where('s.region_id', region)
    .where('s.is_current', true)
    .select('s.id as season_id', 'r.id', 'r.number', ...NO_POINT.map((none) => db.raw(none)))
  const rows: any[] = await db
    .from('exam_points')
    .where('region_id', region)
    .select(db.raw('null as season_id'), 'id', db.raw('null as number'))
    .select('parent_id', 'code', 'zh', 'en')
    .unionAll(releases)
  const ofSeason = rows.filter(({ season_id: seasonId }) => seasonId !== null)
  const points: Point[] = rows
    .filter(({ season_id: seasonId }) => seasonId === null)
    .map(({ id, parent_id: parentId, code, zh, en }) => ({ id, parentId, code, zh, en }))
  return {
    seasonId: (ofSeason[0]?.season_id ?? '') as string,
    releaseIds: ofSeason
      .toSorted((a, b) => a.number - b.number)
      .flatMap(({ id }): string[] => id ?? []),
    points: points.sort((a, b) => compare(a.code, b.code) || compare(a.id, b.id)),
  }
}

const NO_POINT = ['parent_id', 'code', 'zh', 'en'].map((column) => `null as ${column}`)
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

function pointsFor(
  actor: StaffActor,
  action: 'dossier.view' | 'dossier.claim',
  points: Point[],
  stageRoles?: readonly string[]
) {
  const regionId = currentRegionId()
  return points.filter(
    (point) => may(actor, action, { regionId, pointPath: pathOf(point), stageRoles }) === 'allow'
  )
}

function idsUnlessAll(points: Point[], all: Point[]) {
  return points.length === all.length ? null : points.map(({ id }) => id)
}

function dutiesOf(actor: StaffActor, all: Point[], releases: Map<string, ReleaseDocument>) {
  const duties = new Map<string, Duty>()
  for (const [id, { workflow }] of releases) {
    for (const [stage, { roles, slaHours, approvals }] of workflow.stages.entries()) {
      const points = pointsFor(actor, 'dossier.claim', all, roles)
      if (points.length === 0) continue
      const rule = { stage, points: idsUnlessAll(points, all), slaHours, approvals }
      const key = JSON.stringify(rule)
      const duty = duties.get(key) ?? { ...rule, releases: [] }
      duty.releases.push(id)
      duties.set(key, duty)
    }
  }
  return [...duties.values()]
}

/** Null where it is all of them: a condition that every row meets is none. */
export function inReleases(some: readonly string[], all: Reach['releases']) {
  return some.length === all.size ? null : some
}
