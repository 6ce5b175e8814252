import type { State } from '#app/core/dossier'
import { HOUR } from '#app/core/time'
import SavedFilter from '#app/review/models/saved_filter'
import { clock } from '#app/shared/clock'
import { decryptField } from '#app/shared/field_cipher'
import {
  AGES,
  queueQuery,
  ROUNDS,
  type QueueFilters,
  type ReadFilters,
} from '#app/review/queue_filters'
import { foundRegistrations } from './found_registrations.js'
import { queueRows, type StoredRow } from './queue_rows.js'
import { queueTotals } from './queue_totals.js'
import type { Reach } from './reach.js'

/**
 * The reviewers' list (inertia/types/review.ts): three statements beside that of the reach, and one more
 * for a search.
 */
export async function reviewQueue(reach: Reach, { filters: read, ignored }: ReadFilters) {
  const now = clock.now()
  const { filters, unknown } = knownTo(reach, read)
  const found = filters.q ? await foundRegistrations(reach.seasonId, filters.q) : null
  const { rows, next, previous } = await queueRows(reach, filters, found)
  return {
    ...(await queueTotals(reach, filters, found, now)),
    tab: filters.tab,
    ...choicesOf(reach),
    filters: asked(filters),
    saved: await savedFilters(reach.staffId),
    ignored: [...ignored, ...unknown],
    rows: rows.map((row) => viewRow(row, reach, now)),
    ...{ next, previous },
    asOf: now,
  }
}

async function savedFilters(staffId: string) {
  const own = await SavedFilter.query().where('staffId', staffId).orderBy('name')
  return own.map(({ name, query, isDefault }) => ({ name, query, isDefault }))
}

/** What the address names but this viewer's region and points do not have asks nothing. */
function knownTo(reach: Reach, filters: QueueFilters) {
  const unknown: string[] = []
  const known = (key: 'point' | 'category', is: boolean) => {
    if (is || !filters[key]) return filters[key]
    unknown.push(`${key}=${filters[key]}`)
    return ''
  }
  const point = known(
    'point',
    reach.points.some(({ id }) => id === filters.point)
  )
  const category = known('category', categoriesOf(reach).has(filters.category))
  return { filters: { ...filters, point, category }, unknown }
}

function categoriesOf({ releases }: Reach) {
  const all = [...releases.values()].flatMap(({ categories }) => categories)
  return new Map(all.map((category) => [category.id, category]))
}

/** What one may filter by. */
function choicesOf(reach: Reach) {
  const stages = [...reach.releases.values()].at(-1)?.workflow.stages ?? []
  return {
    points: reach.points.map(({ id, zh, en }) => ({ id, name: { zh, en } })),
    categories: [...categoriesOf(reach).values()].map(({ id, zh, en }) => ({
      id,
      name: { zh, en },
    })),
    stages: stages.map(({ zh, en }) => ({ zh, en })),
    ages: [...AGES],
    rounds: [...ROUNDS],
  }
}

function asked(filters: QueueFilters) {
  const { tab, ...query } = queueQuery(filters)
  const none = { q: '', point: '', category: '', stage: '', age: '', round: '', flag: '', sort: '' }
  return { ...none, ...query }
}

/** Names are decrypted here, for the rows shown and no others. */
function viewRow(row: StoredRow, reach: Reach, now: number) {
  const release = reach.releases.get(row.release_id)
  const stage = release?.workflow.stages[row.stage]
  const category = release?.categories.find(({ id }) => id === row.category)
  const point = reach.points.find(({ id }) => id === row.exam_point_id)
  const isOpen = row.state === 'submitted' || row.state === 'in_review'
  const limit = stage?.slaHours ?? null
  return {
    id: row.id,
    name: decryptField(row.name_encrypted),
    externalNumber: row.external_number as string,
    category: { zh: category?.zh ?? row.category, en: category?.en ?? null },
    examPoint: { zh: point?.zh ?? '', en: point?.en ?? null },
    state: row.state as State,
    stage: stage ? { zh: stage.zh, en: stage.en } : null,
    round: row.round as number,
    images: row.images as number,
    submittedAt: row.submitted_at as number | null,
    waitingSince: row.stage_entered_at as number,
    dueAt: dueAt(row, limit),
    overdue: isOpen && limit !== null && now - row.stage_entered_at >= limit * HOUR,
    ...claimView(row, reach, now),
    proposed: row.proposal !== null,
    sampled: isOpen && (stage?.samplingPercent ?? 100) < 100,
    flag: row.flag as string | null,
  }
}

/** Until when staff or, after a return, the candidate should have done his part. */
function dueAt({ state, stage_entered_at: since, deadline }: StoredRow, limit: number | null) {
  if (state === 'returned') return deadline as number | null
  const isOpen = state === 'submitted' || state === 'in_review'
  return isOpen && limit !== null ? (since as number) + limit * HOUR : null
}

/** Who works on it, and whether the viewer could. */
export function claimView(row: StoredRow, reach: Reach, now: number) {
  const isHeld = row.state === 'in_review' && row.claim_until > now
  return {
    claim: isHeld
      ? {
          name: row.claim_name as string,
          mine: row.claim_by === reach.staffId,
          until: row.claim_until as number,
        }
      : null,
    claimable: row.state === 'submitted' && isOnDuty(reach, row) && !isBarred(reach, row),
  }
}

function isOnDuty({ duties }: Reach, row: StoredRow): boolean {
  return duties.some(
    ({ stage, releases, points }) =>
      stage === row.stage &&
      releases.includes(row.release_id) &&
      (points?.includes(row.exam_point_id) ?? true)
  )
}

/** He has agreed already, said that he must not, it is his own, or a second person is being asked. */
function isBarred({ staffId }: Reach, row: StoredRow): boolean {
  const isOwn = row.own_id_no_index !== null && row.own_id_no_index === row.id_no_index
  return row.agreed.includes(staffId) || row.conflict !== null || row.proposal !== null || isOwn
}
