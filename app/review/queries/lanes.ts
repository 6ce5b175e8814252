import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { DAY, HOUR } from '#app/core/time'
import { waitingTray, type Tray } from '#app/core/trays'
import type { Cursor, QueueFilters, QueueTab } from '#app/review/queue_filters'
import { currentRegionId } from '#app/shared/region_context'
import { inReleases, pathOf, type Reach } from './reach.js'

export type Query = DatabaseQueryBuilderContract<any>

/**
 * A part of a list that one index holds in the list's order: reading it costs what is shown of it,
 * however long it is and however deep one looks. A list is the lanes it consists of, merged.
 */
export interface Lane {
  tray?: Tray
  flag?: string
  /** Claimed by him. */
  claimBy?: string
  /** Null: the whole region. Several: of an index that is not sorted by point. */
  points: readonly string[] | null
  stage?: number
  /** Where a tray holds several that are not treated alike. */
  releases?: readonly string[] | null
  /** The viewer, whose conflicts and agreements leave a dossier to others. */
  notBarred?: { staffId: string; approvals: number }
  /** What a row is sorted by: the instant it came, so many ms later; or the deadline of its return. */
  by: number | 'deadline'
}

/** More parts than these cost more than looking through the points of an index. */
const MOST_LANES = 40
/** Where a stage has no time limit, its dossiers are due after all others. */
const UNTIMED = 3650 * DAY

const ENDED = ['ineligible', 'withdrawn', 'lapsed'] as const
const FLAGGED = ['registration_changed', 'release_moved', 'escalated', 'repeated'] as const

/** The lanes of a tab for this viewer, under the filters that leave out whole lanes. */
export function lanesOf(reach: Reach, filters: QueueFilters): Lane[] {
  const points = visiblePoints(reach, filters.point)
  const lanes = lanesOfTab(reach, filters).map((lane) => ({
    ...lane,
    points: both(lane.points, points),
  }))
  return splitByPoint(
    lanes.filter((lane) => {
      const isAtStage = filters.stage === null || lane.stage === undefined
      return (isAtStage || lane.stage === filters.stage) && lane.points?.length !== 0
    })
  )
}

function lanesOfTab(reach: Reach, { tab, sort, flag }: QueueFilters): Lane[] {
  const byDue = sort === 'deadline'
  const all = { points: null, by: 0 }
  const submitted = () => [
    ...stagesOf(reach, byDue).map((lane) => ({ ...lane, tray: waitingTray(lane.stage!) })),
    ...stagesOf(reach, byDue).map((lane) => ({ ...lane, tray: 'claimed' as const })),
    ...stagesOf(reach, byDue).map((lane) => ({ ...lane, tray: 'proposed' as const })),
  ]
  const trays = (...of: Tray[]) => of.map((tray): Lane => ({ ...all, tray }))
  const returned: Lane = { ...all, tray: 'returned', by: byDue ? 'deadline' : 0 }
  const lanes: Record<QueueTab, () => Lane[]> = {
    waiting: () => waitingLanes(reach, byDue),
    mine: () => stagesOf(reach, byDue).map((lane) => ({ ...lane, claimBy: reach.staffId })),
    // Read from the proposals, which are few.
    proposed: () => [],
    flagged: () => (flag ? [flag] : FLAGGED).map((one): Lane => ({ ...all, flag: one })),
    submitted,
    returned: () => [returned],
    held: () => trays('held'),
    approved: () => trays('approved'),
    ended: () => trays(...ENDED),
    all: () => [
      ...stagesOf(reach, false).map(({ stage }): Lane => ({ ...all, tray: waitingTray(stage!) })),
      ...trays('claimed', 'proposed', 'returned', 'held', 'approved', ...ENDED),
    ],
  }
  return lanes[tab]()
}

/** What the viewer could claim: a lane for each of his duties. */
export function waitingLanes({ duties, staffId, releases }: Reach, byDue = false): Lane[] {
  return duties.map(({ stage, points, releases: of, slaHours, approvals }) => ({
    tray: waitingTray(stage),
    ...{ stage, points },
    releases: inReleases(of, releases),
    notBarred: { staffId, approvals },
    by: byDue ? limitOf(slaHours) : 0,
  }))
}

const limitOf = (slaHours: number | null) => (slaHours === null ? UNTIMED : slaHours * HOUR)

/** Each stage, and where it matters each time limit that releases give it. */
function stagesOf({ releases }: Reach, byDue: boolean): Lane[] {
  const groups = new Map<string, { stage: number; slaHours: number | null; of: string[] }>()
  for (const [id, { workflow }] of releases) {
    for (const [stage, { slaHours }] of workflow.stages.entries()) {
      const key = byDue ? `${stage} ${slaHours}` : `${stage}`
      const group = groups.get(key) ?? { stage, slaHours, of: [] }
      group.of.push(id)
      groups.set(key, group)
    }
  }
  return [...groups.values()].map(({ stage, slaHours, of }) => ({
    ...{ stage, points: null },
    releases: byDue ? inReleases(of, releases) : null,
    by: byDue ? limitOf(slaHours) : 0,
  }))
}

/** Points of the filter that the viewer sees, with those under them; null: no filter and all points. */
export function visiblePoints(reach: Reach, point: string): readonly string[] | null {
  if (!point) return reach.pointIds
  return reach.points.filter((one) => pathOf(one).includes(point)).map(({ id }) => id)
}

function both(one: readonly string[] | null, other: readonly string[] | null) {
  if (one === null || other === null) return one ?? other
  return one.filter((id) => other.includes(id))
}

export function splitByPoint(lanes: Lane[]): Lane[] {
  const split = lanes.flatMap((lane) =>
    lane.points === null ? [lane] : lane.points.map((point) => ({ ...lane, points: [point] }))
  )
  return split.length > MOST_LANES ? lanes : split
}

/** A lane's dossiers as `d`, unsorted. */
export function inLane(
  lane: Lane,
  seasonId: string,
  client: QueryClientContract = db.connection()
) {
  const { tray, flag, claimBy, points, stage, releases, notBarred } = lane
  const query: Query = client
    .from('dossiers as d')
    .where('d.region_id', currentRegionId())
    .where('d.season_id', seasonId)
  if (tray) query.where('d.tray', tray)
  // Said twice: the index of deadlines is sorted by state.
  if (lane.by === 'deadline') query.where('d.state', 'returned')
  if (flag) query.where('d.flag', flag).whereNot('d.tray', 'unseen')
  if (claimBy) query.where('d.claim_by', claimBy).where('d.state', 'in_review')
  if (points?.length === 1) query.where('d.exam_point_id', points[0])
  else if (points) query.whereIn('d.exam_point_id', [...points])
  if (stage !== undefined && tray !== waitingTray(stage)) query.where('d.stage', stage)
  if (releases) query.whereIn('d.release_id', [...releases])
  if (notBarred) leaveOutBarred(query, notBarred)
  return query
}

function leaveOutBarred(query: Query, { staffId, approvals }: NonNullable<Lane['notBarred']>) {
  query
    .leftJoin('review_conflicts as x', (join) =>
      join
        .on('x.region_id', 'd.region_id')
        .andOn('x.dossier_id', 'd.id')
        .andOnVal('x.staff_id', staffId)
    )
    .whereNull('x.id')
  if (approvals > 1) query.whereNot('d.agreed', 'like', `%${staffId}%`)
}

/** Filters that look at each dossier; all of them stand in the lanes' indexes. */
export function filtered(query: Query, filters: QueueFilters, entered: number | null): Query {
  const { category, round, flag } = filters
  if (category) query.where('d.category', category)
  if (round !== null) query.where('d.round', round === 3 ? '>=' : '=', round)
  if (flag) query.where('d.flag', flag)
  if (entered !== null) query.where('d.stage_entered_at', '<=', entered)
  return query
}

/** What a lane is sorted by in its table. */
const columnOf = ({ by }: Lane) => (by === 'deadline' ? 'd.deadline' : 'd.stage_entered_at')

/** Id and sort key of a lane's first rows beyond the cursor, at most `limit` of them. */
export function headOf(
  query: Query,
  lane: Lane,
  { from, order, limit }: { from: Cursor | null; order: 'asc' | 'desc'; limit: number }
): Query {
  const column = columnOf(lane)
  const shift = lane.by === 'deadline' ? 0 : lane.by
  if (from) {
    const [sign, orEqual] = order === 'asc' ? (['>', '>='] as const) : (['<', '<='] as const)
    const key = from.since - shift
    // In this form an index is entered at the key, and only its ties are looked at twice.
    query
      .where(column, orEqual, key)
      .where((beyond) => beyond.where(column, sign, key).orWhere('d.id', sign, from.id))
  }
  return query
    .orderBy([
      { column, order },
      { column: 'd.id', order },
    ])
    .limit(limit)
    .select('d.id', db.raw(`${column} + ? as due`, [shift]))
}

/** Several lanes as one list; no dossier is in two of them. */
export function merged(lanes: Query[], client: Pick<typeof db, 'from'> = db): Query {
  const [first, ...others] = lanes.map((lane, at) => client.from(lane.as(`l${at}`)).select('*'))
  return others.length === 0 ? first : first.unionAll(others)
}
