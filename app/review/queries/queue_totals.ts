import db from '@adonisjs/lucid/services/db'
import { waitingTray } from '#app/core/trays'
import { dayOf } from '#app/dossiers/queue_counts'
import { QUEUE_TABS, RARE_TABS, type QueueFilters, type QueueTab } from '#app/review/queue_filters'
import { currentRegionId } from '#app/shared/region_context'
import { inLane, merged, splitByPoint, visiblePoints, waitingLanes, type Query } from './lanes.js'
import type { Reach } from './reach.js'

/** More than these are counted as so many. */
const MOST_COUNTED = 1000
const ENDED = ['ineligible', 'withdrawn', 'lapsed']
const BY = ['d.tray', 'd.exam_point_id', 'd.release_id'] as const

type Part = 'standing' | 'claimed' | 'barred' | 'proposed' | 'flagged' | 'overdue'
/** Some dossiers that are counted alike. */
interface Total {
  part: Part
  tray: string
  point: string
  release: string
  stage: number
  day: number
  mine: boolean
  n: number
}

/**
 * What the queue's tabs hold and its figures say, without counting dossiers one by one: from rows of
 * counts, from claims and proposals, which are few, and of flagged and overdue ones so many at most.
 * One statement.
 *
 * @param found registrations that were searched for: the tabs then say how many of these they hold
 */
export async function queueTotals(
  reach: Reach,
  { point, tab }: Pick<QueueFilters, 'point' | 'tab'>,
  found: readonly string[] | null,
  now: number
) {
  const { all, those } = await readTotals(reach, found, now)
  const points = visiblePoints(reach, point)
  const shown = those.filter((one) => points?.includes(one.point) ?? true)
  const counts = new Map(QUEUE_TABS.map((code) => [code, countIn(code, shown, reach)]))
  return {
    tabs: [...counts]
      .filter(([code, n]) => n > 0 || code === tab || !RARE_TABS.includes(code))
      .map(([code, count]) => ({ code, count })),
    figures: {
      waiting: countIn('waiting', all, reach),
      overdue: sumOf(all, ({ part }) => part === 'overdue'),
      mine: countIn('mine', all, reach),
      approvedToday: sumOf(all, ({ tray, day }) => tray === 'approved' && day === dayOf(now)),
    },
  }
}

/** How many dossiers of the current region the viewer could claim now; one statement. */
export async function waitingCount(reach: Reach): Promise<number> {
  const rows = await merged([standing(reach), claimed(reach, null), ...barred(reach, null)])
  return countIn('waiting', totalsIn(rows, reach), reach)
}

async function readTotals(reach: Reach, found: readonly string[] | null, now: number) {
  const marked = (queries: Query[], of: string) =>
    queries.map((query) => query.select(db.raw('? as of_what', [of])))
  const rows: any[] = await merged([
    ...marked([standing(reach), ...partsOf(reach, null), ...overdue(reach, now)], 'all'),
    ...(found ? marked([amongFound(reach, found), ...partsOf(reach, found)], 'found') : []),
  ])
  const all = totalsIn(
    rows.filter((row) => row.of_what === 'all'),
    reach
  )
  const those = found
    ? totalsIn(
        rows.filter((row) => row.of_what === 'found'),
        reach
      )
    : all
  return { all, those }
}

const partsOf = (reach: Reach, found: readonly string[] | null) => [
  claimed(reach, found),
  ...barred(reach, found),
  proposed(reach, found),
  flagged(reach, found),
]

/** Of points that he sees; where he sees all of them nothing is asked of a row. */
function totalsIn(rows: any[], { pointIds }: Reach): Total[] {
  return rows
    .filter((row) => pointIds?.includes(row.exam_point_id) ?? true)
    .map((row) => ({
      ...{ part: row.part, point: row.exam_point_id, release: row.release_id },
      // Counts know no claims: who claims takes nothing from where it waited.
      tray: row.tray === 'claimed' ? waitingTray(Number(row.stage)) : row.tray,
      ...{ stage: Number(row.stage), day: Number(row.day), n: Number(row.n) },
      mine: Boolean(Number(row.mine)),
    }))
}

function countIn(tab: QueueTab, totals: readonly Total[], reach: Reach): number {
  const inTrays = (is: (tray: string) => boolean) =>
    sumOf(totals, ({ part, tray }) => part === 'standing' && is(tray))
  const counts: Record<QueueTab, () => number> = {
    waiting: () => Math.max(0, waitingIn(totals, reach)),
    mine: () => sumOf(totals, ({ part, mine }) => part === 'claimed' && mine),
    proposed: () => sumOf(totals, ({ part }) => part === 'proposed'),
    flagged: () => sumOf(totals, ({ part }) => part === 'flagged'),
    submitted: () => inTrays((tray) => tray.startsWith('waiting:') || tray === 'proposed'),
    returned: () => inTrays((tray) => tray === 'returned'),
    held: () => inTrays((tray) => tray === 'held'),
    approved: () => inTrays((tray) => tray === 'approved'),
    ended: () => inTrays((tray) => ENDED.includes(tray)),
    all: () => inTrays(() => true),
  }
  return counts[tab]()
}

/** At stages and points of his, less those that are claimed and those that are not for him. */
function waitingIn(totals: readonly Total[], { duties }: Reach): number {
  return sumOf(
    totals,
    ({ part, tray, point, release, stage }) => {
      if (part !== 'standing' && part !== 'claimed' && part !== 'barred') return false
      return duties.some(
        (duty) =>
          (part === 'claimed' ? stage === duty.stage : tray === waitingTray(duty.stage)) &&
          duty.releases.includes(release) &&
          (duty.points?.includes(point) ?? true)
      )
    },
    ({ part, n }) => (part === 'standing' ? n : -n)
  )
}

function sumOf(
  totals: readonly Total[],
  is: (total: Total) => boolean,
  n = (total: Total) => total.n
) {
  return totals.reduce((sum, total) => (is(total) ? sum + n(total) : sum), 0)
}

/**
 * Names a part, and fills what its rows do not say: parts of a union have the same columns.
 *
 * @param mine an expression with its binding
 */
function asPart(
  query: Query,
  name: Part,
  columns: Partial<Record<keyof typeof NONE, string>>,
  [mine, staffId]: [string, string] = ['?', '']
): Query {
  query.select(db.raw('? as part', [name]), db.raw(`${mine} as mine`, [staffId]))
  for (const [column, none] of Object.entries(NONE)) {
    const said = columns[column as keyof typeof NONE]
    query.select(said ? db.raw(`${said} as ${column}`) : db.raw(`? as ${column}`, [none]))
  }
  return query
}
const NONE = { tray: '', exam_point_id: '', release_id: '', stage: 0, day: 0, n: 0 }
const WHERE = { exam_point_id: 'd.exam_point_id', release_id: 'd.release_id' }

function standing({ seasonId }: Reach): Query {
  const counts: Query = db
    .from('queue_counts as d')
    .where('d.region_id', currentRegionId())
    .where('d.season_id', seasonId)
    .groupBy(...BY, 'd.day')
  return asPart(counts, 'standing', { ...WHERE, tray: 'd.tray', day: 'd.day', n: 'sum(d.n)' })
}

function dossiersOf({ seasonId }: Reach, found: readonly string[] | null): Query {
  const query: Query = db
    .from('dossiers as d')
    .where('d.region_id', currentRegionId())
    .where('d.season_id', seasonId)
  return found ? query.whereIn('d.registration_id', [...found]) : query
}

/** The same as `standing`, of what was found. */
function amongFound(reach: Reach, found: readonly string[]): Query {
  const query = dossiersOf(reach, found)
    .whereNot('d.tray', 'unseen')
    .groupBy(...BY, 'd.stage')
  return asPart(query, 'standing', { ...WHERE, tray: 'd.tray', stage: 'd.stage', n: 'count(*)' })
}

function claimed(reach: Reach, found: readonly string[] | null): Query {
  const query = dossiersOf(reach, found)
    .where('d.tray', 'claimed')
    .groupBy('d.exam_point_id', 'd.release_id', 'd.stage', 'd.claim_by')
  const mine = 'case when d.claim_by = ? then 1 else 0 end'
  return asPart(query, 'claimed', { ...WHERE, stage: 'd.stage', n: 'count(*)' }, [
    mine,
    reach.staffId,
  ])
}

/** Of what waits: conflicts that he declared, and what he has agreed to where others must agree too. */
function barred(reach: Reach, found: readonly string[] | null): Query[] {
  const { duties, staffId } = reach
  if (duties.length === 0) return []
  const counted = (query: Query) =>
    asPart(query.where('d.tray', 'like', 'waiting:%').groupBy(...BY), 'barred', {
      ...{ ...WHERE, tray: 'd.tray', n: 'count(*)' },
    })
  const agreed = (query: Query) => query.where('d.agreed', 'like', `%${staffId}%`)
  const conflicts = dossiersOf(reach, found)
    .join('review_conflicts as x', (join) =>
      join.on('x.region_id', 'd.region_id').andOn('x.dossier_id', 'd.id')
    )
    .where('x.staff_id', staffId)
    .whereNot('d.agreed', 'like', `%${staffId}%`)
  const shared = duties.filter(({ approvals }) => approvals > 1)
  return [
    counted(conflicts),
    ...shared.map(({ stage }) =>
      counted(agreed(dossiersOf(reach, found).where('d.tray', waitingTray(stage))))
    ),
  ]
}

function proposed(reach: Reach, found: readonly string[] | null): Query {
  const query = dossiersOf(reach, found)
    .join('proposals as o', (join) =>
      join.on('o.region_id', 'd.region_id').andOn('o.dossier_id', 'd.id')
    )
    .where('o.open', 1)
    .whereNot('d.tray', 'unseen')
    .groupBy('d.exam_point_id')
  return asPart(query, 'proposed', { exam_point_id: 'd.exam_point_id', n: 'count(*)' })
}

function flagged(reach: Reach, found: readonly string[] | null): Query {
  const some = dossiersOf(reach, found).whereNot('d.tray', 'unseen').whereNotNull('d.flag')
  return atMost(some, 'flagged')
}

/** Longer at their stage than its release allows; those few that are not for him count too. */
function overdue(reach: Reach, now: number): Query[] {
  const timed = reach.duties.filter(({ slaHours }) => slaHours !== null)
  return splitByPoint(waitingLanes({ ...reach, duties: timed }, true)).map((lane) =>
    atMost(
      inLane({ ...lane, notBarred: undefined }, reach.seasonId).where(
        'd.stage_entered_at',
        '<=',
        now - Number(lane.by)
      ),
      'overdue'
    )
  )
}

function atMost(some: Query, name: Part): Query {
  const first = some.select('d.exam_point_id').limit(MOST_COUNTED)
  const query: Query = db.from(first.as('d')).groupBy('d.exam_point_id')
  return asPart(query, name, { exam_point_id: 'd.exam_point_id', n: 'count(*)' })
}
