import { addToCounts, dayOf, type Addition } from '#app/dossiers/queue_counts'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

/** Approvals of days that have passed become one count each: there are as few rows after a year as now. */
export function foldCounts(): Promise<void> {
  return transaction(async (trx) => {
    const past = () =>
      trx
        .from('queue_counts')
        .where('region_id', currentRegionId())
        .where('day', '>', 0)
        .where('day', '<', dayOf(clock.now()))
    const rows: any[] = await past().select('*').forUpdate()
    if (rows.length === 0) return
    await past().delete()
    const sums = Map.groupBy(rows, (row) =>
      [row.season_id, row.exam_point_id, row.release_id, row.tray].join()
    )
    const additions = [...sums.values()].map((of): Addition => {
      const [{ season_id: seasonId, exam_point_id: examPointId, release_id: releaseId, tray }] = of
      const n = of.reduce((sum, row) => sum + row.n, 0)
      return { seasonId, examPointId, releaseId, tray, day: 0, slot: 0, n }
    })
    await addToCounts(trx, additions)
  })
}
