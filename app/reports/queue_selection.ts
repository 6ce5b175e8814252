import type { State } from '#app/core/dossier'
import { foundRegistrations } from '#app/review/queries/found_registrations'
import { openProposal } from '#app/review/queries/dossier_scopes'
import { pathOf, type Reach } from '#app/review/queries/reach'
import { enteredBy, queueFilters, queueQuery, type QueueTab } from '#app/review/queue_filters'
import { clock } from '#app/shared/clock'
import type { Query } from './queries/export_rows.js'

const STATES: Partial<Record<QueueTab, readonly State[]>> = {
  waiting: ['submitted'],
  submitted: ['submitted', 'in_review'],
  returned: ['returned'],
  held: ['held'],
  approved: ['approved'],
  ended: ['ineligible', 'withdrawn', 'lapsed'],
}

/** What an address asks of the queue, without what nobody knows or what asks nothing. */
export function knownFilters(asked: Record<string, unknown>): Record<string, string> {
  return queueQuery(queueFilters(asked).filters)
}

/** The same of the queue's page: what waits for one person there is not what a list is made of. */
export function shownFilters(asked: Record<string, unknown>): Record<string, string> {
  const { tab, ...others } = knownFilters(asked)
  return tab === 'waiting' ? others : { tab, ...others }
}

/** Narrows dossiers as `d` (with their registrations as `r`) to what the whole desk has in a tab. */
export type Selection = (query: Query) => Query

/** What the queue shows under these filters; a search is looked up once, not with each batch. */
export async function selectionOf(asked: Record<string, string>, reach: Reach): Promise<Selection> {
  const { tab, point, q, category, stage, age, round, flag } = queueFilters(asked).filters
  const found = q ? await foundRegistrations(reach.seasonId, q) : null
  const within = reach.points.filter((one) => pathOf(one).includes(point)).map(({ id }) => id)
  const entered = enteredBy(age, clock.now())
  return (query) => {
    inTab(query, tab, reach)
    if (found) query.whereIn('d.registration_id', found)
    if (point) query.whereIn('d.exam_point_id', within)
    if (category) query.where('r.category', category)
    if (stage !== null) query.where('d.stage', stage)
    if (entered !== null) query.where('d.stage_entered_at', '<=', entered)
    if (round !== null) query.where('d.round', round === 3 ? '>=' : '=', round)
    if (flag) query.where('d.flag', flag)
    return query
  }
}

function inTab(query: Query, tab: QueueTab, { staffId }: Reach) {
  const states = STATES[tab]
  if (states) query.whereIn('d.state', [...states])
  if (tab === 'mine') query.where('d.state', 'in_review').where('d.claim_by', staffId)
  if (tab === 'flagged') query.whereNotNull('d.flag')
  if (tab === 'proposed') query.whereExists(openProposal())
}
