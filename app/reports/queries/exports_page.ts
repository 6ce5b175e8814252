import db from '@adonisjs/lucid/services/db'
import { HOUR } from '#app/core/time'
import Export from '#app/reports/models/export'
import type { Reach } from '#app/review/queries/reach'
import { currentRegionId } from '#app/shared/region_context'

/** How long the file of an export may be loaded by who asked for it. */
export const FILE_LIFETIME = HOUR
const SHOWN = 50

/** Everything of the export page (inertia/types/reports.ts). Who sees the whole region sees everybody's. */
export async function exportsPage(
  { points, pointIds, staffId }: Reach,
  filters: Record<string, string>,
  mayReveal: boolean
) {
  const query = db
    .from(`${Export.table} as e`)
    .join('staff as s', 's.id', 'e.staff_id')
    .where('e.region_id', currentRegionId())
    .orderBy([
      { column: 'e.asked_at', order: 'desc' },
      { column: 'e.id', order: 'desc' },
    ])
    .limit(SHOWN)
    .select('e.id', 'e.kind', 'e.whole_numbers', 'e.reason', 'e.asked_at', 's.name')
  if (pointIds) query.where('e.staff_id', staffId)
  const rows: any[] = await query
  return {
    filters,
    mayReveal,
    points: points.map(({ id, zh, en }) => ({ id, name: { zh, en } })),
    exports: rows.map((row) => ({
      id: row.id as string,
      kind: row.kind as Export['kind'],
      wholeNumbers: Boolean(row.whole_numbers),
      reason: row.reason as string | null,
      at: row.asked_at as number,
      by: row.name as string,
    })),
  }
}
