import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { currentRegionId } from '#app/shared/region_context'

/** How often each item of a dossier was returned for each reason, as `item reason`; one statement. */
export async function timesReturned(
  dossierId: string,
  client?: TransactionClientContract
): Promise<ReadonlyMap<string, number>> {
  const rows: { item_id: string; reason: string; n: number }[] = await (client ?? db)
    .from('decisions as d')
    .join('decision_reasons as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.decision_id', 'd.id')
    )
    .where('d.region_id', currentRegionId())
    .where('d.dossier_id', dossierId)
    .where('d.verdict', 'returned')
    .whereNull('d.taken_back_at')
    .groupBy('d.item_id', 'r.reason')
    .select('d.item_id', 'r.reason')
    .count('* as n')
  return new Map(rows.map(({ item_id: item, reason, n }) => [`${item} ${reason}`, Number(n)]))
}
