import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { State } from '#app/core/dossier'
import { DAY, HOUR } from '#app/core/time'
import { clock } from '#app/shared/clock'
import { blindIndex, decryptField } from '#app/shared/field_cipher'
import { currentRegionId } from '#app/shared/region_context'
import {
  QUEUE_TABS,
  RARE_TABS,
  writeCursor,
  type QueueFilters,
  type QueueTab,
} from '#app/review/queue_filters'
import {
  declaredConflict,
  openProposal,
  overdueFor,
  seenBy,
  startAfter,
  waitingFor,
} from './dossier_scopes.js'
import { pathOf, type Reach } from './reach.js'

type Query = DatabaseQueryBuilderContract<any>

const PAGE = 20
const CHINA = 8 * HOUR

/** The reviewers' list (inertia/types/review.ts): three statements beside those of the reach. */
export async function reviewQueue(reach: Reach, filters: QueueFilters) {
  const now = clock.now()
  const point = reach.points.find(({ id }) => id === filters.point)
  const asked = { ...filters, point: point?.id ?? '' }
  const { tabs, figures } = await countQueue(reach, asked, now)
  const found = await rowsOf(reach, asked)
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    tabs,
    tab: asked.tab,
    figures,
    points: reach.points.map(({ id, zh, en }) => ({ id, name: { zh, en } })),
    filters: { q: asked.q, point: asked.point },
    rows: await viewRows(reach, shown, now),
    next:
      found.length > PAGE && last
        ? writeCursor({ since: last.stage_entered_at, id: last.id })
        : null,
  }
}

function filtered(reach: Reach, { q, point }: QueueFilters): Query {
  const query = seenBy(reach)
  if (point) {
    const within = reach.points.filter((one) => pathOf(one).includes(point)).map(({ id }) => id)
    query.whereIn('d.exam_point_id', within)
  }
  if (q) {
    const asked = db
      .from('registrations as q')
      .where('q.region_id', currentRegionId())
      .where('q.season_id', reach.seasonId)
      .where((either) =>
        either.where('q.external_number', q).orWhere('q.name_index', blindIndex('name', q))
      )
      .select('q.id')
    query.whereIn('d.registration_id', asked)
  }
  return query
}

const STATES: Partial<Record<QueueTab, State[]>> = {
  submitted: ['submitted', 'in_review'],
  returned: ['returned'],
  held: ['held'],
  approved: ['approved'],
  ended: ['ineligible', 'withdrawn', 'lapsed'],
}

function inTab(query: Query, tab: QueueTab, reach: Reach): Query {
  if (tab === 'waiting') return waitingFor(query, reach)
  if (tab === 'mine') return query.where('d.state', 'in_review').where('d.claim_by', reach.staffId)
  if (tab === 'proposed') return query.whereExists(openProposal())
  if (tab === 'flagged') return query.whereNotNull('d.flag')
  const states = STATES[tab]
  return states ? query.whereIn('d.state', states) : query
}

/** All counts in one statement. */
async function countQueue(reach: Reach, filters: QueueFilters, now: number) {
  const midnight = Math.floor((now + CHINA) / DAY) * DAY - CHINA
  const counts: Record<string, Query> = {
    ...Object.fromEntries(
      QUEUE_TABS.map((tab) => [`tab_${tab}`, inTab(filtered(reach, filters), tab, reach)])
    ),
    waiting: waitingFor(seenBy(reach), reach),
    overdue: overdueFor(waitingFor(seenBy(reach), reach), reach, now),
    mine: inTab(seenBy(reach), 'mine', reach),
    approved: seenBy(reach).where('d.state', 'approved').where('d.updated_at', '>=', midnight),
  }
  const [row] = await db
    .query()
    .select(...Object.entries(counts).map(([name, query]) => query.count('*').as(name)))
  const of = (name: string) => Number(row[name])
  return {
    tabs: QUEUE_TABS.map((code) => ({ code, count: of(`tab_${code}`) })).filter(
      ({ code, count }) => count > 0 || code === filters.tab || !RARE_TABS.includes(code)
    ),
    figures: {
      waiting: of('waiting'),
      overdue: of('overdue'),
      mine: of('mine'),
      approvedToday: of('approved'),
    },
  }
}

/** Work that waits comes oldest first, what is done newest first; keyset pages, so depth costs nothing. */
async function rowsOf(reach: Reach, filters: QueueFilters): Promise<any[]> {
  const isWork = ['waiting', 'mine', 'proposed', 'flagged', 'submitted'].includes(filters.tab)
  const order = isWork ? 'asc' : 'desc'
  const query = inTab(filtered(reach, filters), filters.tab, reach)
  if (filters.after) startAfter(query, filters.after, isWork ? '>' : '<')
  return query
    .join('registrations as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.id', 'd.registration_id')
    )
    .leftJoin('staff as s', 's.id', 'd.claim_by')
    .select('d.id', 'd.state', 'd.stage', 'd.round', 'd.release_id', 'd.exam_point_id')
    .select('d.stage_entered_at', 'd.submitted_at', 'd.claim_by', 'd.claim_until')
    .select('d.agreed', 'd.flag')
    .select(openProposal().count('*').as('proposed'))
    .select(declaredConflict(reach.staffId).count('*').as('conflict'))
    .select('r.external_number', 'r.category', 'r.name_encrypted', 's.name as claim_name')
    .orderBy([
      { column: 'd.stage_entered_at', order },
      { column: 'd.id', order },
    ])
    .limit(PAGE + 1)
}

/** Names are decrypted here, for the rows shown and no others. */
async function viewRows(reach: Reach, rows: any[], now: number) {
  const images = await picturesOf(rows)
  const points = new Map(reach.points.map((point) => [point.id, point]))
  return rows.map((row) => {
    const release = reach.releases.get(row.release_id)
    const stage = release?.workflow.stages[row.stage]
    const category = release?.categories.find(({ id }) => id === row.category)
    const point = points.get(row.exam_point_id)
    const isHeld = row.state === 'in_review' && row.claim_until > now
    const isOpen = row.state === 'submitted' || row.state === 'in_review'
    const limit = stage?.slaHours ?? Infinity
    return {
      id: row.id as string,
      name: decryptField(row.name_encrypted),
      externalNumber: row.external_number as string,
      category: { zh: category?.zh ?? row.category, en: category?.en ?? null },
      examPoint: { zh: point?.zh ?? '', en: point?.en ?? null },
      state: row.state as State,
      stage: stage ? { zh: stage.zh, en: stage.en } : null,
      round: row.round as number,
      images: images.get(row.id) ?? 0,
      submittedAt: row.submitted_at as number | null,
      waitingSince: row.stage_entered_at as number,
      overdue: isOpen && now - row.stage_entered_at >= limit * HOUR,
      claim: isHeld
        ? {
            name: row.claim_name as string,
            mine: row.claim_by === reach.staffId,
            until: row.claim_until as number,
          }
        : null,
      claimable: row.state === 'submitted' && isOnDuty(reach, row) && !isBarred(reach, row),
      proposed: Boolean(row.proposed),
      flag: row.flag as string | null,
    }
  })
}

function isOnDuty({ duties }: Reach, row: any): boolean {
  return duties.some(
    ({ stage, releases, points }) =>
      stage === row.stage &&
      releases.includes(row.release_id) &&
      (points?.includes(row.exam_point_id) ?? true)
  )
}

/** He has agreed already, said that he must not, or a second person is being asked. */
function isBarred({ staffId }: Reach, row: any): boolean {
  return row.agreed.includes(staffId) || Boolean(row.conflict) || Boolean(row.proposed)
}

/** How many pictures each has. */
async function picturesOf(rows: any[]): Promise<Map<string, number>> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const counted: any[] = await db
    .from('images')
    .where('region_id', currentRegionId())
    .whereIn('dossier_id', ids)
    .whereNull('removed_at')
    .groupBy('dossier_id')
    .select('dossier_id')
    .count('* as n')
  return new Map(counted.map((row) => [row.dossier_id, Number(row.n)]))
}
