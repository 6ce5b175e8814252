import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'
import { enteredBy, writeCursor, type QueueFilters, type QueueTab } from '#app/review/queue_filters'
import { openProposal, seenBy } from './dossier_scopes.js'
import { filtered, headOf, inLane, lanesOf, merged, visiblePoints, type Query } from './lanes.js'
import type { Reach } from './reach.js'

const PAGE = 20

/** Work comes oldest first, what is done newest first. */
const DONE: readonly QueueTab[] = ['returned', 'held', 'approved', 'ended', 'all']

/** A row of the queue as the database has it. */
export type StoredRow = Record<string, any> & { id: string; due: number }

export interface QueuePage {
  rows: StoredRow[]
  /** Cursors of the pages after and before this one; null where there is none. */
  next: string | null
  previous: string | null
}

/**
 * One page of a list, in any depth and in both directions for the same price; one statement.
 *
 * @param found registrations that were searched for, or null
 */
export async function queueRows(
  reach: Reach,
  filters: QueueFilters,
  found: readonly string[] | null
): Promise<QueuePage> {
  const { tab, sort, after, before } = filters
  const newestFirst = DONE.includes(tab) && !(tab === 'returned' && sort === 'deadline')
  const order = newestFirst === Boolean(before) ? 'asc' : 'desc'
  const rows = await rowsOf(reach, filters, found, order)
  const shown = rows.slice(0, PAGE)
  if (before) shown.reverse()
  const cursorOf = (row: StoredRow | undefined) =>
    row ? writeCursor({ since: row.due, id: row.id }) : null
  const isMore = rows.length > PAGE
  return {
    rows: shown,
    next: isMore || before ? cursorOf(shown.at(-1)) : null,
    previous: (before ? isMore : after) ? cursorOf(shown[0]) : null,
  }
}

async function rowsOf(
  reach: Reach,
  filters: QueueFilters,
  found: readonly string[] | null,
  order: 'asc' | 'desc'
): Promise<StoredRow[]> {
  if (found?.length === 0) return []
  const heads = headsOf(reach, filters, found, order)
  if (heads.length === 0) return []
  return withNames(db.from(merged(heads).as('f')).join('dossiers as d', 'd.id', 'f.id'), reach)
    .select('f.due')
    .orderBy([
      { column: 'f.due', order },
      { column: 'd.id', order },
    ])
    .limit(PAGE + 1)
}

/** Some dossiers as rows of the queue, where the viewer sees them; one statement. */
export async function queueRowsOf(reach: Reach, ids: readonly string[]): Promise<StoredRow[]> {
  return withNames(seenBy(reach).whereIn('d.id', [...ids]), reach)
}

/** Adds to dossiers `d` what a row of the queue says beside them. */
function withNames(query: Query, { staffId }: Reach): Query {
  return query
    .join('registrations as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.id', 'd.registration_id')
    )
    .leftJoin('staff as s', 's.id', 'd.claim_by')
    .leftJoin('staff as v', (join) => join.onVal('v.id', staffId))
    .leftJoin('proposals as o', (join) =>
      join.on('o.region_id', 'd.region_id').andOn('o.dossier_id', 'd.id').andOnVal('o.open', 1)
    )
    .leftJoin('review_conflicts as x', (join) =>
      join
        .on('x.region_id', 'd.region_id')
        .andOn('x.dossier_id', 'd.id')
        .andOnVal('x.staff_id', staffId)
    )
    .where('d.region_id', currentRegionId())
    .select('d.id', 'd.state', 'd.stage', 'd.round', 'd.release_id', 'd.exam_point_id')
    .select('d.stage_entered_at', 'd.submitted_at', 'd.deadline', 'd.claim_by', 'd.claim_until')
    .select('d.agreed', 'd.flag', 'd.images', 'd.category', 'o.id as proposal', 'x.id as conflict')
    .select('r.external_number', 'r.name_encrypted', 's.name as claim_name')
    .select('r.id_no_index', 'v.id_no_index as own_id_no_index')
}

/** The first rows of each part that the list consists of. */
function headsOf(
  reach: Reach,
  filters: QueueFilters,
  found: readonly string[] | null,
  order: 'asc' | 'desc'
): Query[] {
  const entered = enteredBy(filters.age, clock.now())
  const from = filters.after ?? filters.before
  const head = { from, order, limit: PAGE + 1 }
  if (filters.tab === 'proposed') {
    const query = narrowed(proposedTo(reach, filters), filters, entered, found)
    return [headOf(query, { points: null, by: 0 }, head)]
  }
  return lanesOf(reach, filters).map((lane) =>
    headOf(narrowed(inLane(lane, reach.seasonId), filters, entered, found), lane, head)
  )
}

function narrowed(
  query: Query,
  filters: QueueFilters,
  entered: number | null,
  found: readonly string[] | null
) {
  // What was found is less than any list: its own index is the way in.
  if (found) query.whereIn('d.registration_id', [...found])
  return filtered(query, filters, entered)
}

/** What waits for a second person, whatever its state: proposals lead there. */
function proposedTo(reach: Reach, filters: QueueFilters): Query {
  const query = seenBy(reach).whereExists(openProposal())
  const points = visiblePoints(reach, filters.point)
  if (points) query.whereIn('d.exam_point_id', [...points])
  if (filters.stage !== null) query.where('d.stage', filters.stage)
  return query
}
