import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { DAY, HOUR } from '#app/core/time'
import { waitingTray } from '#app/core/trays'
import type { Reach } from '#app/review/queries/reach'
import { currentRegionId } from '#app/shared/region_context'

type Query = DatabaseQueryBuilderContract<any>

export interface OpenRow {
  releaseId: string
  stage: number
  n: number
  overdue: number
}

/** What stands at each stage of each release, and how much of it for too long; one index, no row. */
export async function openDossiers(reach: Reach, now: number): Promise<OpenRow[]> {
  const { releases, seasonId, pointIds } = reach
  const limits = [...releases].flatMap(([id, { workflow }]) =>
    workflow.stages.map(({ slaHours }, stage) => ({ id, stage, slaHours }))
  )
  const trays = new Set(limits.map(({ stage }) => waitingTray(stage)))
  const timed = limits.filter(({ slaHours }) => slaHours !== null)
  const late = timed
    .map(() => 'when d.release_id = ? and d.stage = ? and d.stage_entered_at <= ? then 1')
    .join(' ')
  const bindings = timed.flatMap(({ id, stage, slaHours }) => [id, stage, now - slaHours! * HOUR])
  const query: Query = db
    .from('dossiers as d')
    .where('d.region_id', currentRegionId())
    .where('d.season_id', seasonId)
    .whereIn('d.tray', [...trays, 'claimed', 'proposed'])
  if (pointIds) query.whereIn('d.exam_point_id', [...pointIds])
  const rows: any[] = await query
    .groupBy('d.release_id', 'd.stage')
    .select('d.release_id', 'd.stage')
    .count('* as n')
    .select(db.raw(late ? `sum(case ${late} else 0 end) as overdue` : '0 as overdue', bindings))
  return rows.map((row) => ({
    releaseId: row.release_id,
    stage: row.stage,
    n: Number(row.n),
    overdue: Number(row.overdue),
  }))
}

export interface ReviewRow {
  /** The midnight in China that the day begins with, ms. */
  day: number
  staffId: string
  outcome: 'accepted' | 'returned'
  second: boolean
  n: number
}

/** Reviews finished since, by day and reviewer; one index, no row. */
export async function reviewsSince({ seasonId, pointIds }: Reach, since: number) {
  const day = `f.finished_at - (f.finished_at + ${8 * HOUR}) % ${DAY}`
  const query: Query = db
    .from('finished_reviews as f')
    .where('f.region_id', currentRegionId())
    .where('f.season_id', seasonId)
    .where('f.finished_at', '>=', since)
  if (pointIds) query.whereIn('f.exam_point_id', [...pointIds])
  const rows: any[] = await query
    .groupByRaw(`${day}, f.staff_id, f.outcome, f.second`)
    .select(db.raw(`${day} as day`), 'f.staff_id', 'f.outcome', 'f.second')
    .count('* as n')
  return rows.map((row): ReviewRow => ({
    day: Number(row.day),
    staffId: row.staff_id,
    outcome: row.outcome,
    second: Boolean(row.second),
    n: Number(row.n),
  }))
}

/** How often items were returned since, by material and by reason. */
export async function returnsSince({ seasonId, pointIds }: Reach, since: number) {
  const returned = (): Query => {
    const query: Query = db
      .from('decisions as c')
      .join('dossiers as d', (join) =>
        join.on('d.region_id', 'c.region_id').andOn('d.id', 'c.dossier_id')
      )
      .where('c.region_id', currentRegionId())
      .where('c.verdict', 'returned')
      .where('c.decided_at', '>=', since)
      .whereNull('c.taken_back_at')
      .where('d.season_id', seasonId)
    if (pointIds) query.whereIn('d.exam_point_id', [...pointIds])
    return query
  }
  const materials: any[] = await returned()
    .join('items as t', (join) => join.on('t.region_id', 'c.region_id').andOn('t.id', 'c.item_id'))
    .groupBy('t.material')
    .select('t.material as code')
    .count('* as n')
  const reasons: any[] = await returned()
    .join('decision_reasons as r', (join) =>
      join.on('r.region_id', 'c.region_id').andOn('r.decision_id', 'c.id')
    )
    .groupBy('r.reason')
    .select('r.reason as code')
    .count('* as n')
  return { materials: counted(materials), reasons: counted(reasons) }
}

function counted(rows: { code: string; n: number }[]) {
  return rows
    .map(({ code, n }) => ({ code, n: Number(n) }))
    .sort((a, b) => b.n - a.n || a.code.localeCompare(b.code))
}
