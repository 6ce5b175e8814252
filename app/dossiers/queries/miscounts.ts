import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { waitingTray } from '#app/core/trays'
import type { Counted } from '#app/dossiers/queue_counts'
import { currentRegionId } from '#app/shared/region_context'

export type Miscount = Counted & { counted: number; there: number }

const BY = ['season_id', 'exam_point_id', 'release_id', 'tray']

/**
 * Counts of the queue that differ from what there is. One statement reads both at the same instant, so
 * nobody has to stand still for it: what it finds is wrong by that much, whoever writes meanwhile.
 */
export async function miscounts(
  client: QueryClientContract = db.connection()
): Promise<Miscount[]> {
  const region = currentRegionId()
  const dossiers = client
    .from('dossiers')
    .where('region_id', region)
    .whereNot('tray', 'unseen')
    .groupBy(...BY, 'stage')
    .select(...BY, 'stage', client.raw('count(*) as there'), client.raw('0 as counted'))
  const counts = client
    .from('queue_counts')
    .where('region_id', region)
    .groupBy(...BY)
    .select(...BY, client.raw('0 as stage'), client.raw('0 as there'))
    .select(client.raw('sum(n) as counted'))
  // Each in a parenthesis: a union has one GROUP BY of its own.
  const rows: any[] = await client
    .from(counts.as('c'))
    .select('*')
    .unionAll(client.from(dossiers.as('t')).select('*'))
  const sums = new Map<string, Miscount>()
  for (const row of rows) {
    const { season_id: seasonId, exam_point_id: examPointId, release_id: releaseId } = row
    const tray = row.tray === 'claimed' ? waitingTray(row.stage) : row.tray
    const of = { seasonId, examPointId, releaseId, tray }
    const key = Object.values(of).join()
    const sum = sums.get(key) ?? { ...of, counted: 0, there: 0 }
    sum.counted += Number(row.counted)
    sum.there += Number(row.there)
    sums.set(key, sum)
  }
  return [...sums.values()].filter(({ counted, there }) => counted !== there)
}
