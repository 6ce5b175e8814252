import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { pointUses, type PointUses } from '#app/administration/queries/point_tree'
import { appendAuditEntry } from '#app/audit/append_entry'
import ExamPoint from '#app/regions/models/exam_point'
import Region from '#app/regions/models/region'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

type By = { kind: string; id: string }

export interface PointWords {
  zh: string
  en: string | null
  phone: string | null
}

export interface NewPoint extends PointWords {
  code: string
  /** Exam point that it stands under; null for an exam point. */
  parentId: string | null
}

export type AddedPoint = { ok: true; id: string } | { ok: false; reason: 'taken' | 'parent' }
export type RemovedPoint = { ok: true } | { ok: false; uses: PointUses }

/**
 * Adds, renames and removes exam points and registration points of the region in context. Each
 * change stands in the region's chain. The code stays as it was: the registration system names
 * points by it.
 */
export class ChangePoints {
  async add(point: NewPoint, by: By): Promise<AddedPoint> {
    return inChain(by, async (trx, record) => {
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

  /** @throws Refused NOT_FOUND */
  async rename(id: string, words: PointWords, by: By): Promise<void> {
    await inChain(by, async (trx, record) => {
      const point = (await find(id, trx)) ?? notFound()
      const before = { zh: point.zh, en: point.en, phone: point.phone }
      point.merge(words)
      if (!point.$isDirty) return
      await point.save()
      await record('point_renamed', { code: point.code, before, after: words })
    })
  }

  /** @throws Refused NOT_FOUND */
  async remove(id: string, by: By): Promise<RemovedPoint> {
    return inChain(by, async (trx, record) => {
      const point = (await find(id, trx)) ?? notFound()
      const uses = await pointUses(point, trx)
      if (Object.values(uses).some((n) => n > 0)) return { ok: false, uses }
      await point.delete()
      const { code, zh, en, phone } = point
      await record('point_removed', { code, zh, en, phone })
      return { ok: true }
    })
  }
}

type Record = (action: string, payload: { [key: string]: unknown }) => Promise<void>

/** One at a time in a region: its row is locked first, then its chain is written. */
function inChain<T>(by: By, work: (trx: TransactionClientContract, record: Record) => Promise<T>) {
  const regionId = currentRegionId()
  return transaction(async (trx) => {
    await Region.query({ client: trx }).where('id', regionId).forUpdate().firstOrFail()
    return work(trx, (action, payload) =>
      appendAuditEntry(trx, {
        chain: `region:${regionId}`,
        at: clock.now(),
        actor: by,
        action,
        payload,
      })
    )
  })
}

/** Locked: nobody registers at a point while it is being removed. */
function find(id: string, trx: TransactionClientContract) {
  return ExamPoint.query({ client: trx }).where('id', id).forUpdate().first()
}
