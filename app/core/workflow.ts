import { reviewsAs, type Role } from './access.js'
import type { Returns, Stage, Workflow } from './release.js'
import {
  afterDaytime,
  HOUR,
  parseInstant,
  quietAround,
  type Instant,
  type QuietHours,
} from './time.js'

/** What a dossier drew for a stage: 0..99, the same whenever it is asked. */
export type LotAt = (stage: number) => number

/** Every stage sees it. */
const ALWAYS: LotAt = () => 0

/**
 * The stage after `stage`, or null after the last. A stage that samples passes over a dossier whose lot
 * for it is not below its percentage.
 */
export function nextStage(workflow: Workflow, stage: number, lotAt = ALWAYS): number | null {
  const next = workflow.stages.findIndex(
    ({ samplingPercent }, at) => at > stage && samplingPercent > lotAt(at)
  )
  return next === -1 ? null : next
}

export function isLast(workflow: Workflow, stage: number, lotAt = ALWAYS): boolean {
  return nextStage(workflow, stage, lotAt) === null
}

/** One stage that samples, and whether the dossier was drawn for it. */
export interface Draw {
  stage: number
  percent: number
  lot: number
  drawn: boolean
}

/** The draws that decide where a dossier goes that passes `stage`, in the order of the stages. */
export function drawsAfter({ stages }: Workflow, stage: number, lotAt: LotAt): Draw[] {
  const draws: Draw[] = []
  for (let at = stage + 1; at < stages.length; at++) {
    const percent = stages[at].samplingPercent
    if (percent === 100) break
    const lot = lotAt(at)
    draws.push({ stage: at, percent, lot, drawn: percent > lot })
    if (percent > lot) break
  }
  return draws
}

/** Where a dossier goes that comes back from a return made at `stage`. */
export function returnsTo(workflow: Workflow, stage: number): number {
  return workflow.returns.resubmitGoesTo === 'first_stage' ? 0 : stage
}

export interface WorkflowProblem {
  code: string
  path: string
  params?: Record<string, string | number>
}

const LEVELS: readonly Stage['level'][] = ['registration_point', 'point', 'region']

/** Roles that reach every dossier of a stage of this level. */
const ROLES_BY_LEVEL: Readonly<Record<Stage['level'], readonly Role[]>> = {
  registration_point: ['regpoint_clerk', 'point_reviewer', 'region_reviewer', 'region_lead'],
  point: ['point_reviewer', 'region_reviewer', 'region_lead'],
  region: ['region_reviewer', 'region_lead'],
}

/** The roles that may review at a stage of this level. */
export function rolesOf(level: Stage['level']): readonly Role[] {
  return ROLES_BY_LEVEL[level]
}

/** What forbids publishing a workflow; empty when it can run. */
export function checkWorkflow(workflow: Workflow): WorkflowProblem[] {
  const { stages, returns } = workflow
  if (stages.length === 0) return [{ code: 'WORKFLOW_EMPTY', path: 'stages' }]
  const problems = stages.flatMap((stage, i) => stageProblems(stages, stage, i))
  if (!stages.some(({ canReject }) => canReject)) {
    problems.push({ code: 'WORKFLOW_NOBODY_REJECTS', path: 'stages' })
  }
  if (stages[0].samplingPercent < 100) {
    problems.push({ code: 'STAGE_FIRST_SAMPLED', path: 'stages[0].samplingPercent' })
  }
  return [...problems, ...returnProblems(stages, returns)]
}

function stageProblems(stages: readonly Stage[], stage: Stage, index: number): WorkflowProblem[] {
  const path = `stages[${index}]`
  const problems: WorkflowProblem[] = []
  const add = (code: string, key: string, params?: WorkflowProblem['params']) =>
    problems.push({ code, path: `${path}.${key}`, ...(params && { params }) })

  if (stage.id.trim() === '') add('STAGE_UNNAMED', 'id')
  if (stages.findIndex(({ id }) => id === stage.id) < index) {
    add('STAGE_TWICE', 'id', { id: stage.id })
  }
  if (stage.zh.trim() === '' || stage.en.trim() === '') add('STAGE_UNNAMED', 'zh')
  if (stage.roles.length === 0) add('STAGE_WITHOUT_ROLES', 'roles')
  for (const role of stage.roles) {
    if (!ROLES_BY_LEVEL[stage.level].includes(reviewsAs(role))) {
      add('STAGE_ROLE_TOO_NARROW', 'roles', { role, level: stage.level })
    }
  }
  const before = stages[index - 1]
  if (before && LEVELS.indexOf(before.level) > LEVELS.indexOf(stage.level)) {
    add('STAGE_GOES_DOWN', 'level')
  }
  if (!Number.isInteger(stage.approvals) || stage.approvals < 1) add('STAGE_APPROVALS', 'approvals')
  if (!(stage.samplingPercent >= 0 && stage.samplingPercent <= 100)) {
    add('STAGE_SAMPLING', 'samplingPercent')
  }
  if (stage.slaHours !== null && stage.slaHours <= 0) add('STAGE_SLA', 'slaHours')
  return problems
}

function returnProblems(stages: readonly Stage[], returns: Returns): WorkflowProblem[] {
  const problems: WorkflowProblem[] = []
  const add = (code: string, key: string) => problems.push({ code, path: `returns.${key}` })
  if (returns.extendCap !== null && parseInstant(returns.extendCap) === null) {
    add('RETURN_CAP', 'extendCap')
  }
  if (returns.maxRounds !== null && returns.maxRounds < 1) add('RETURN_ROUNDS', 'maxRounds')
  if (!stages.some(({ canReturn }) => canReturn)) return problems
  if (returns.deadlineHours === null || returns.deadlineHours <= 0) {
    add('RETURN_WITHOUT_DEADLINE', 'deadlineHours')
  }
  if (returns.resubmitGoesTo === null) add('RETURN_WITHOUT_STAGE', 'resubmitGoesTo')
  return problems
}

/** What a candidate must have between being told and the deadline (DOMAIN.md §4). */
export const LEAST_DAYTIME = 12 * HOUR

export interface ReturnCircumstances {
  /** End of the last upload part. */
  uploadClosesAt: Instant | null
  quietHours: QuietHours | null
  /** The season's cap where the region has moved it since the release (live setting). */
  extendCap?: Instant | null
  /** Return clocks stand still in them (DOMAIN.md §4). */
  blackouts?: readonly { start: Instant; end: Instant }[]
}

/**
 * The deadline of a return made now: the release's hours, at least 12 hours of daytime, at most the cap,
 * never ending in quiet hours. Ends are exclusive: a deadline at the start of quiet hours is daytime's last moment,
 * one at their end would have run out overnight.
 *
 * Null when no such deadline exists: the workflow knows no returns, or the cap is too near.
 */
export function returnDeadline(
  returns: Returns,
  now: Instant,
  circumstances: ReturnCircumstances
): Instant | null {
  if (returns.deadlineHours === null) return null
  const { quietHours } = circumstances
  const blackouts = [...(circumstances.blackouts ?? [])].sort((a, b) => a.start - b.start)
  const from = skipBlackout(now, blackouts)
  const least = overBlackouts(from, afterDaytime(from, LEAST_DAYTIME, quietHours), blackouts)
  const wanted = overBlackouts(from, from + returns.deadlineHours * HOUR, blackouts)
  const cap = capOf(returns, circumstances)

  const deadline = later(Math.max(wanted, least), quietHours)
  if (deadline <= cap) return deadline
  const capped = earlier(cap, quietHours)
  return capped >= least ? capped : null
}

function capOf(returns: Returns, { uploadClosesAt, extendCap }: ReturnCircumstances): Instant {
  const fromRelease = returns.extendCap === null ? null : parseInstant(returns.extendCap)
  const cap = extendCap ?? fromRelease ?? Infinity
  if (returns.extendPastWindow || uploadClosesAt === null) return cap
  return Math.min(cap, uploadClosesAt)
}

/** An hour after the quiet hours, so that the last hour is one in which people are awake. */
function later(deadline: Instant, quiet: QuietHours | null): Instant {
  const night = quietAround(deadline - 1, quiet)
  return night ? night.end + HOUR : deadline
}

function earlier(deadline: Instant, quiet: QuietHours | null): Instant {
  return quietAround(deadline - 1, quiet)?.start ?? deadline
}

type Span = { start: Instant; end: Instant }

function skipBlackout(at: Instant, blackouts: readonly Span[]): Instant {
  return blackouts.reduce((now, { start, end }) => (start <= now && now < end ? end : now), at)
}

/** Moves `until` on by every blackout that the clock meets on its way. */
function overBlackouts(from: Instant, until: Instant, blackouts: readonly Span[]): Instant {
  return blackouts.reduce(
    (end, blackout) =>
      blackout.start >= from && blackout.start < end ? end + blackout.end - blackout.start : end,
    until
  )
}
