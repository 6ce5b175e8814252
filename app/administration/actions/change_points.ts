import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { pointUses, type PointUses } from '#app/administration/queries/point_tree'
import { officeSeal, type Contact } from '#app/regions/contacts'
import ExamPoint from '#app/regions/models/exam_point'
import { inRegionChain, type By } from '#app/regions/region_chain'
import { notFound } from '#app/shared/exceptions/refused'

export interface PointWords extends Contact {
  zh: string
  en: string | null
}

export interface NewPoint extends PointWords {
  code: string
  /** Exam point that it stands under; null for an exam point. */
  parentId: string | null
}

export type AddedPoint = { ok: true; id: string } | { ok: false; reason: 'taken' | 'parent' }
export type RenamedPoint = { ok: true } | { ok: false; reason: 'moved_on' }
export type RemovedPoint = { ok: true } | { ok: false; uses: PointUses }

/**
 * Adds, renames and removes exam points and registration points of the region in context. Each
 * change stands in the region's chain. The code stays as it was: the registration system names
 * points by it.
 */
export class ChangePoints {
  async add(point: NewPoint, by: By): Promise<AddedPoint> {
    return inRegionChain(by, async (trx, record) => {
      const taken = await ExamPoint.query({ client: trx }).where('code', point.code).first()
      if (taken) return { ok: false, reason: 'taken' }
      const parent = point.parentId === null ? null : await find(point.parentId, trx)
      if (point.parentId !== null && (!parent || parent.parentId !== null)) {
        return { ok: false, reason: 'parent' }
      }
      const id = uuid()
      await ExamPoint.create({ id, ...point }, { client: trx })
      await record('point_added', { ...point, parentId: undefined, parent: parent?.code ?? null })
      return { ok: true, id }
    })
  }

  /**
   * @param seal of the point as its form was filled: what somebody changed since is not overwritten
   * @throws Refused NOT_FOUND
   */
  async rename(id: string, words: PointWords, seal: string, by: By): Promise<RenamedPoint> {
    return inRegionChain(by, async (trx, record) => {
      const point = (await find(id, trx)) ?? notFound()
      if (officeSeal(point) !== seal) return { ok: false, reason: 'moved_on' }
      const before = wordsOf(point)
      point.merge(words)
      if (!point.$isDirty) return { ok: true }
      await point.save()
      await record('point_renamed', { code: point.code, before, after: words })
      return { ok: true }
    })
  }

  /** @throws Refused NOT_FOUND */
  async remove(id: string, by: By): Promise<RemovedPoint> {
    return inRegionChain(by, async (trx, record) => {
      const point = (await find(id, trx)) ?? notFound()
      const uses = await pointUses(point, trx)
      if (Object.values(uses).some((n) => n > 0)) return { ok: false, uses }
      await point.delete()
      await record('point_removed', { code: point.code, ...wordsOf(point) })
      return { ok: true }
    })
  }
}

function wordsOf(point: ExamPoint): PointWords {
  const { zh, en, phone, hoursZh, hoursEn, addressZh, addressEn } = point
  return { zh, en, phone, hoursZh, hoursEn, addressZh, addressEn }
}

/** Locked: nobody registers at a point while it is being removed. */
function find(id: string, trx: TransactionClientContract) {
  return ExamPoint.query({ client: trx }).where('id', id).forUpdate().first()
}
