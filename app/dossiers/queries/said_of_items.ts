import db from '@adonisjs/lucid/services/db'
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
}

/** All decisions on a dossier that still count, newest first, with their reasons; one statement. */
export async function saidOfItems(dossierId: string): Promise<Said[]> {
  const rows: any[] = await db
    .from('decisions as d')
    .join('staff as s', 's.id', 'd.staff_id')
    .leftJoin('decision_reasons as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.decision_id', 'd.id')
    )
    .where('d.region_id', currentRegionId())
    .where('d.dossier_id', dossierId)
    .whereNull('d.taken_back_at')
    .orderBy([
      { column: 'd.decided_at', order: 'desc' },
      { column: 'd.id', order: 'desc' },
      { column: 'r.id' },
    ])
    .select('d.id', 'd.item_id', 'd.stage', 'd.round', 'd.verdict', 'd.note', 'd.decided_at')
    .select('s.name as staff_name', 'r.reason')
  const decisions = new Map<string, Said>()
  for (const row of rows) {
    const said: Said = decisions.get(row.id) ?? {
      itemId: row.item_id,
      stage: row.stage,
      round: row.round,
      verdict: row.verdict,
      note: row.note,
      at: row.decided_at,
      staffName: row.staff_name,
      reasons: [],
    }
    if (row.reason) said.reasons.push(row.reason)
    decisions.set(row.id, said)
  }
  return [...decisions.values()]
}
