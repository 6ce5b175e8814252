import db from '@adonisjs/lucid/services/db'
import { decryptField } from '#app/shared/field_cipher'
import { currentRegionId } from '#app/shared/region_context'
import type { QueueFilters } from '#app/review/queue_filters'
import { filtered, inLane, lanesOf, merged, splitByPoint } from './lanes.js'
import { queueRowsOf } from './queue_rows.js'
import type { Reach } from './reach.js'
import { claimView } from './review_queue.js'

/** More new ones than these are told as so many. */
const MOST_NEW = 99
const LOST_TOLD_FOR = 3_600_000

interface Asked {
  filters: QueueFilters
  /** When the page was made. */
  since: number
  shown: readonly string[]
  now: number
}

/**
 * What has changed of a page of the queue that lies open: how its rows stand, how many have come into
 * the list since, and which claims of the viewer's a lead has taken over.
 */
export async function queueNews(reach: Reach, { filters, since, shown, now }: Asked) {
  const rows = shown.length > 0 ? await queueRowsOf(reach, shown) : []
  return {
    rows: rows.map((row) => ({ id: row.id, state: row.state, ...claimView(row, reach, now) })),
    fresh: await freshOnes(reach, filters, since),
    lost: await lostClaims(reach.staffId, now),
    asOf: now,
  }
}

async function freshOnes(reach: Reach, filters: QueueFilters, since: number): Promise<number> {
  const lanes = lanesOf(reach, filters)
  if (lanes.length === 0 || filters.q) return 0
  const fresh = splitByPoint(lanes).map((lane) =>
    filtered(inLane(lane, reach.seasonId), filters, null)
      .where('d.stage_entered_at', '>', since)
      .limit(MOST_NEW)
      .select('d.id')
  )
  const [{ n }] = await db.from(merged(fresh).as('f')).count('* as n')
  return Math.min(Number(n), MOST_NEW)
}

async function lostClaims(staffId: string, now: number) {
  const rows: any[] = await db
    .from('lost_claims as l')
    .join('dossiers as d', (join) =>
      join.on('d.region_id', 'l.region_id').andOn('d.id', 'l.dossier_id')
    )
    .join('registrations as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.id', 'd.registration_id')
    )
    .join('staff as s', 's.id', 'l.taken_by')
    .where('l.region_id', currentRegionId())
    .where('l.staff_id', staffId)
    .where('l.at', '>', now - LOST_TOLD_FOR)
    .orderBy('l.at')
    .limit(20)
    .select('l.id', 'l.at', 'l.dossier_id', 's.name as by', 'r.name_encrypted')
  return rows.map((row) => ({
    ...{ id: row.id as string, at: row.at as number, by: row.by as string },
    dossier: row.dossier_id as string,
    name: decryptField(row.name_encrypted),
  }))
}
