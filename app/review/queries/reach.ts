import db from '@adonisjs/lucid/services/db'
import { may } from '#app/core/access'
import type { ReleaseDocument } from '#app/core/release'
import { releaseDocument } from '#app/catalog/releases'
import ExamPoint from '#app/regions/models/exam_point'
import { currentRegionId } from '#app/shared/region_context'
import type { StaffActor } from '#app/review/reviewer'

/** A stage at which the viewer reviews, and for which points; releases that say the same share one. */
export interface Duty {
  stage: number
  releases: string[]
  /** Null: the whole region. */
  points: readonly string[] | null
  slaHours: number | null
  approvals: number
}

/** What a member of staff sees of the region's current season, and what waits for him there. */
export interface Reach {
  staffId: string
  seasonId: string
  /** Points whose dossiers he sees, and their ids; null: the whole region. */
  points: ExamPoint[]
  pointIds: readonly string[] | null
  releases: ReadonlyMap<string, ReleaseDocument>
  duties: Duty[]
}

/** Asks core/access once for each point and stage, so that lists follow the same rules as pages. */
export async function readReach(actor: StaffActor): Promise<Reach> {
  const { seasonId, releaseIds } = await currentSeason()
  const all = await ExamPoint.query().orderBy('code').orderBy('id')
  const releases = new Map<string, ReleaseDocument>()
  for (const id of releaseIds) releases.set(id, await releaseDocument(id))
  const points = pointsFor(actor, 'dossier.view', all)
  return {
    staffId: actor.id,
    seasonId,
    points,
    pointIds: idsUnlessAll(points, all),
    releases,
    duties: dutiesOf(actor, all, releases),
  }
}

/** The path from a point up, as core/access wants it. */
export function pathOf({ id, parentId }: ExamPoint): string[] {
  return parentId ? [id, parentId] : [id]
}

/** The current season and its releases; one statement. '' where the region has none. */
async function currentSeason(): Promise<{ seasonId: string; releaseIds: string[] }> {
  const rows: { id: string; release_id: string | null }[] = await db
    .from('seasons as s')
    .leftJoin('releases as r', (join) =>
      join.on('r.region_id', 's.region_id').andOn('r.season_id', 's.id')
    )
    .where('s.region_id', currentRegionId())
    .where('s.is_current', true)
    .orderBy('r.number')
    .select('s.id', 'r.id as release_id')
  return {
    seasonId: rows[0]?.id ?? '',
    releaseIds: rows.flatMap(({ release_id: id }) => id ?? []),
  }
}

function pointsFor(
  actor: StaffActor,
  action: 'dossier.view' | 'dossier.claim',
  points: ExamPoint[],
  stageRoles?: readonly string[]
) {
  const regionId = currentRegionId()
  return points.filter(
    (point) => may(actor, action, { regionId, pointPath: pathOf(point), stageRoles }) === 'allow'
  )
}

function idsUnlessAll(points: ExamPoint[], all: ExamPoint[]) {
  return points.length === all.length ? null : points.map(({ id }) => id)
}

function dutiesOf(actor: StaffActor, all: ExamPoint[], releases: Map<string, ReleaseDocument>) {
  const duties = new Map<string, Duty>()
  for (const [id, { workflow }] of releases) {
    for (const [stage, { roles, slaHours, approvals }] of workflow.stages.entries()) {
      const points = pointsFor(actor, 'dossier.claim', all, roles)
      if (points.length === 0) continue
      const rule = { stage, points: idsUnlessAll(points, all), slaHours, approvals }
      const key = JSON.stringify(rule)
      const duty = duties.get(key) ?? { ...rule, releases: [] }
      duty.releases.push(id)
      duties.set(key, duty)
    }
  }
  return [...duties.values()]
}

/** Null where it is all of them: a condition that every row meets is none. */
export function inReleases(some: readonly string[], all: Reach['releases']) {
  return some.length === all.size ? null : some
}
