import db from '@adonisjs/lucid/services/db'
import type { Pin } from '#app/core/pins'
import { currentRegionId } from '#app/shared/region_context'

/** One thing a reviewer said of an item. */
export interface Said {
  itemId: string
  stage: number
  round: number
  verdict: 'accepted' | 'returned'
  note: string | null
  at: number
  staffName: string
  reasons: string[]
  /** In the order in which he counted them. */
  pins: Pin[]
}

/**
 * All decisions on a dossier that still count, newest first, with their reasons and pins; one
 * statement: a decision has a row for each of its reasons with each of its pins.
 */
export async function saidOfItems(dossierId: string): Promise<Said[]> {
  const rows: any[] = await db
    .from('decisions as d')
    .join('staff as s', 's.id', 'd.staff_id')
    .leftJoin('decision_reasons as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.decision_id', 'd.id')
    )
    .leftJoin('decision_pins as p', (join) =>
      join.on('p.region_id', 'd.region_id').andOn('p.decision_id', 'd.id')
    )
    .where('d.region_id', currentRegionId())
    .where('d.dossier_id', dossierId)
    .whereNull('d.taken_back_at')
    .orderBy([
      { column: 'd.decided_at', order: 'desc' },
      { column: 'd.id', order: 'desc' },
      { column: 'r.id' },
      { column: 'p.number' },
    ])
    .select('d.id', 'd.item_id', 'd.stage', 'd.round', 'd.verdict', 'd.note', 'd.decided_at')
    .select('s.name as staff_name', 'r.reason')
    .select('p.number', 'p.image_id', 'p.x', 'p.y', 'p.reason as pin_reason', 'p.note as pin_note')
  return [...Map.groupBy(rows, ({ id }) => id as string).values()].map(saidIn)
}

function saidIn(rows: any[]): Said {
  const [row] = rows
  const pins = new Map(rows.filter((one) => one.number).map((one) => [one.number, pinIn(one)]))
  return {
    itemId: row.item_id,
    stage: row.stage,
    round: row.round,
    verdict: row.verdict,
    note: row.note,
    at: row.decided_at,
    staffName: row.staff_name,
    reasons: [...new Set<string>(rows.flatMap(({ reason }) => reason ?? []))],
    pins: [...pins.values()],
  }
}

const pinIn = ({ image_id: image, x, y, pin_reason: reason, pin_note: note }: any): Pin => {
  return { image, x, y, reason, note }
}
