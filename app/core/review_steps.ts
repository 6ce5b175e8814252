import type { By, Change, Circumstances, Dossier, Item, Step, Verdict } from './dossier.js'
import { needsVerdict } from './item_state.js'
import { pinFault } from './pins.js'
import type { Refusal } from './refusal.js'
import {
  barredFrom,
  byRole,
  byStageReviewer,
  bySystem,
  findItem,
  groundless,
  heldBy,
  judgedAnew,
  message,
  MOVED_ON,
  NO_CLAIM,
  NOTHING,
  refuse,
  remark,
  reopen,
} from './step_parts.js'

/** Rows 4, 4b, 5, 5b, 7, 7a, 7b and 8: what reviewers of a stage do. */

const newClaim = (dossier: Dossier, c: Circumstances, by: By) => ({
  claim: { by: by.id, token: dossier.claimToken + 1, until: c.now + c.claimLease },
  claimToken: dossier.claimToken + 1,
})

export const claim: Step<'claim'> = {
  row: '4',
  from: ['submitted'],
  to: ['in_review'],
  by: byStageReviewer,
  guard: (dossier, _event, c, by) => barredFrom(dossier, c, by),
  change: (dossier, _event, c, by) => ({
    ...NOTHING,
    to: 'in_review',
    dossier: newClaim(dossier, c, by),
  }),
}

export const renewClaim: Step<'renew_claim'> = {
  row: '4',
  from: ['in_review'],
  to: ['in_review'],
  by: byStageReviewer,
  guard: (dossier, { token }, c, by) => heldBy(dossier, token, c, by),
  change: (dossier, _event, c) => ({
    ...NOTHING,
    to: 'in_review',
    dossier: { claim: { ...dossier.claim!, until: c.now + c.claimLease } },
  }),
}

export const releaseClaim: Step<'release_claim'> = {
  row: '4b',
  from: ['in_review'],
  to: ['submitted'],
  by: byStageReviewer,
  guard: (dossier, { token }, c, by) => heldBy(dossier, token, c, by),
  change: () => ({ ...NOTHING, to: 'submitted', dossier: NO_CLAIM }),
}

export const claimExpired: Step<'claim_expired'> = {
  row: '4b',
  from: ['in_review'],
  to: ['submitted'],
  by: bySystem('clock'),
  guard: (dossier, _event, c) =>
    dossier.claim && c.now < dossier.claim.until ? refuse('CLAIM_LIVE') : null,
  change: () => ({ ...NOTHING, to: 'submitted', dossier: NO_CLAIM }),
}

/** The old holder's token is fenced off; his draft verdicts stay his. */
export const takeOver: Step<'take_over'> = {
  row: '4b',
  from: ['in_review'],
  to: ['in_review'],
  by: byRole('region_lead'),
  guard: (dossier, _event, c, by) =>
    dossier.claim?.by === by.id ? refuse('CLAIM_YOURS') : barredFrom(dossier, c, by),
  change: (dossier, _event, c, by) => ({
    ...NOTHING,
    to: 'in_review',
    dossier: newClaim(dossier, c, by),
    effects: [{ kind: 'claim_lost', staff: dossier.claim!.by }],
  }),
}

export const declareConflict: Step<'declare_conflict'> = {
  row: '4b',
  from: ['in_review'],
  to: ['submitted'],
  by: byStageReviewer,
  guard: (dossier, { token }, c, by) => heldBy(dossier, token, c, by),
  change: () => ({
    ...NOTHING,
    to: 'submitted',
    dossier: NO_CLAIM,
    effects: [{ kind: 'conflict' }],
  }),
}

interface Finish {
  token: number
  manifest: string
  verdicts: readonly Verdict[]
}

const returns = (verdicts: readonly Verdict[]) => verdicts.filter((one) => one.as === 'returned')
const itemsOf = (verdicts: readonly Verdict[]) => verdicts.map(({ item }) => item)

const hasEffect = ({ reasons }: Verdict, effect: string, c: Circumstances) =>
  reasons.some((reason) => c.reasonEffects[reason] === effect)

/** On site the originals are looked at, before that there is a stage where they will be. */
const isOnsite = (dossier: Dossier, c: Circumstances) => c.stages[dossier.stage].mode === 'onsite'
const onsiteLater = (dossier: Dossier, c: Circumstances) =>
  c.stages.some(({ mode }, stage) => stage > dossier.stage && mode === 'onsite')

/** A returned item may be accepted on the candidate's answer alone, an original on site as it is. */
const isJudgeable = (item: Item, onsite: boolean) =>
  item.images.length > 0 || item.verdict?.as === 'returned' || (onsite && item.need === 'onsite')

/**
 * A final reason is given in row 9 only, where a second person confirms it; what is accepted has
 * nothing to mend, and its original is shown later only where somebody will look at it.
 */
function isUnfit(dossier: Dossier, verdict: Verdict, c: Circumstances): boolean {
  const effects = verdict.reasons.map((reason) => c.reasonEffects[reason] ?? 'final')
  if (effects.includes('final')) return true
  if (verdict.as === 'returned') return false
  return effects.includes('fix') || (effects.includes('onsite') && !onsiteLater(dossier, c))
}

function finishGuard(dossier: Dossier, event: Finish, c: Circumstances, by: By): Refusal | null {
  const lost = heldBy(dossier, event.token, c, by)
  if (lost) return lost
  if (event.manifest !== dossier.manifest) return refuse('MANIFEST_CHANGED')
  if (event.verdicts.some(({ item }) => !findItem(dossier, item))) return refuse('ITEM_UNKNOWN')
  if (new Set(itemsOf(event.verdicts)).size < event.verdicts.length) return refuse('VERDICT_TWICE')
  const unfit = event.verdicts.filter((verdict) => isUnfit(dossier, verdict, c))
  if (unfit.length > 0) return refuse('REASON_UNFIT', {}, itemsOf(unfit))
  for (const verdict of event.verdicts) {
    const fault = pinFault(findItem(dossier, verdict.item)!, verdict)
    if (fault) return fault
  }
  const empty = event.verdicts.filter(
    ({ item, as }) =>
      as === 'accepted' && !isJudgeable(findItem(dossier, item)!, isOnsite(dossier, c))
  )
  return empty.length > 0 ? refuse('NOTHING_TO_ACCEPT', {}, itemsOf(empty)) : null
}

function returnGuard(dossier: Dossier, event: Finish, c: Circumstances, by: By): Refusal | null {
  const refusal = finishGuard(dossier, event, c, by)
  if (refusal) return refusal
  if (!c.stages[dossier.stage].canReturn) return refuse('STAGE_CANNOT_RETURN')
  if (c.maxReturns !== null && dossier.returns >= c.maxReturns) {
    return refuse('RETURNS_USED_UP', { max: c.maxReturns })
  }
  if (c.returnDeadline === null || c.returnDeadline <= c.now) return refuse('RETURN_CAP_PASSED')
  // Only a reason with the effect `fix` unlocks an item (DOMAIN.md §3, reasons have an effect).
  const unfounded = returns(event.verdicts).filter((verdict) => !hasEffect(verdict, 'fix', c))
  return unfounded.length > 0 ? refuse('REASON_MISSING', {}, itemsOf(unfounded)) : null
}

function acceptGuard(dossier: Dossier, event: Finish, c: Circumstances, by: By): Refusal | null {
  const refusal = finishGuard(dossier, event, c, by)
  if (refusal) return refusal
  const decided = new Set(itemsOf(event.verdicts))
  const open = dossier.items.filter(
    (item) => needsVerdict(item, dossier.stage, isOnsite(dossier, c)) && !decided.has(item.id)
  )
  return open.length > 0
    ? refuse(
        'VERDICTS_MISSING',
        { n: open.length },
        open.map(({ id }) => id)
      )
    : null
}

function judged(dossier: Dossier, verdicts: readonly Verdict[], c: Circumstances): Change['items'] {
  return verdicts.map((verdict) => {
    const item = findItem(dossier, verdict.item)!
    if (verdict.as === 'returned')
      return { id: item.id, set: reopen(item, 'reviewer', dossier.stage) }
    const settled = { reopened: null, parked: null, before: null }
    // Accepted as a picture, the original still to be shown: the tick comes with it.
    return hasEffect(verdict, 'onsite', c)
      ? { id: item.id, set: { ...settled, need: 'onsite', verdict: null } }
      : { id: item.id, set: { ...settled, verdict: { as: 'accepted', stage: dossier.stage } } }
  })
}

/** Returned for the same reason so often, something else is wrong: a lead looks (DOMAIN.md §4). */
const TOO_OFTEN = 3

const isRepeated = ({ item, as, reasons }: Verdict, { timesReturned }: Circumstances) =>
  as === 'returned' &&
  reasons.some((reason) => (timesReturned.get(`${item} ${reason}`) ?? 0) + 1 >= TOO_OFTEN)

/** What goes to the lead, whose ground the candidate is not told; else the flag has served. */
function flagAfter(verdicts: readonly Verdict[], c: Circumstances): Pick<Dossier, 'flag'> {
  if (verdicts.some((verdict) => hasEffect(verdict, 'escalate', c))) return { flag: 'escalated' }
  return { flag: verdicts.some((verdict) => isRepeated(verdict, c)) ? 'repeated' : null }
}

export const returnItems: Step<'finish'> = {
  row: '5',
  from: ['in_review'],
  to: ['returned'],
  by: byStageReviewer,
  when: (_dossier, { verdicts }) => returns(verdicts).length > 0,
  guard: returnGuard,
  change: (dossier, { verdicts }, c, by) => ({
    to: 'returned',
    dossier: {
      deadline: c.returnDeadline,
      returns: dossier.returns + 1,
      returnedBy: by.id,
      agreed: [],
      ...flagAfter(verdicts, c),
      ...MOVED_ON,
    },
    items: judged(dossier, verdicts, c),
    effects: [
      { kind: 'decisions', verdicts },
      message('returned', { n: returns(verdicts).length, deadline: c.returnDeadline! }),
    ],
  }),
}

/** More reviewers must agree at this stage: `agreed` holds those before this one. */
const wantsMoreEyes = (dossier: Dossier, c: Circumstances) =>
  dossier.agreed.length + 1 < c.stages[dossier.stage].approvals

export const agreeAtStage: Step<'finish'> = {
  row: '7a',
  from: ['in_review'],
  to: ['submitted'],
  by: byStageReviewer,
  when: (dossier, _event, c) => wantsMoreEyes(dossier, c),
  guard: acceptGuard,
  change: (dossier, { verdicts }, c, by) => ({
    to: 'submitted',
    dossier: { agreed: [...dossier.agreed, by.id], ...flagAfter(verdicts, c), ...MOVED_ON },
    items: [],
    effects: [{ kind: 'decisions', verdicts }],
  }),
}

export const passStage: Step<'finish'> = {
  row: '7',
  from: ['in_review'],
  to: ['submitted'],
  by: byStageReviewer,
  when: (_dossier, _event, c) => c.nextStage !== null,
  guard: acceptGuard,
  change: (dossier, { verdicts }, c) => ({
    to: 'submitted',
    dossier: { stage: c.nextStage!, agreed: [], ...flagAfter(verdicts, c), ...MOVED_ON },
    items: judged(dossier, verdicts, c),
    effects: [{ kind: 'decisions', verdicts }, message('stage_passed', { stage: dossier.stage })],
  }),
}

/** What was left to be shown on site has been seen, where the region has such a stage at all. */
function approveGuard(dossier: Dossier, event: Finish, c: Circumstances, by: By): Refusal | null {
  const refusal = acceptGuard(dossier, event, c, by)
  if (refusal) return refusal
  if (!c.stages.some(({ mode }) => mode === 'onsite')) return null
  const now = new Set(itemsOf(event.verdicts))
  const unseen = dossier.items.filter(
    ({ id, need, verdict }) => need === 'onsite' && verdict?.as !== 'accepted' && !now.has(id)
  )
  return unseen.length > 0
    ? refuse(
        'ORIGINALS_UNSEEN',
        { n: unseen.length },
        unseen.map(({ id }) => id)
      )
    : null
}

export const approve: Step<'finish'> = {
  row: '8',
  from: ['in_review'],
  to: ['approved'],
  by: byStageReviewer,
  guard: approveGuard,
  change: (dossier, { verdicts }, c) => ({
    to: 'approved',
    dossier: { agreed: [], ...flagAfter(verdicts, c), ...MOVED_ON },
    items: judged(dossier, verdicts, c),
    effects: [{ kind: 'decisions', verdicts }, message('approved')],
  }),
}

const began = ({ reopened, declaredAt }: Item) =>
  reopened !== null && (reopened.changed || reopened.answer !== null || declaredAt !== null)

export const takeBack: Step<'take_back'> = {
  row: '5b',
  from: ['returned'],
  to: ['submitted'],
  by: byStageReviewer,
  guard(dossier, _event, _c, by) {
    if (dossier.returnedBy !== by.id) return refuse('RETURN_NOT_YOURS')
    const open = dossier.items.filter(({ reopened }) => reopened)
    // What the registration or a new release asked for is not his to take back.
    if (open.some(({ reopenedBy }) => reopenedBy !== 'reviewer')) return refuse('RETURN_NOT_YOURS')
    return open.some(began) ? refuse('CANDIDATE_BEGAN') : null
  },
  change(dossier) {
    const open = dossier.items.filter(({ reopened }) => reopened)
    return {
      to: 'submitted',
      dossier: {
        deadline: null,
        returns: dossier.returns - 1,
        returnedBy: null,
        // The return that was one too many is none.
        ...(dossier.flag === 'repeated' && { flag: null }),
      },
      items: open.map(({ id, before }) => ({
        id,
        set: { verdict: before, reopened: null, before: null, reopenedBy: null },
      })),
      effects: [
        { kind: 'take_back', items: open.map(({ id }) => id) },
        message('return_taken_back'),
      ],
    }
  },
}

export const stepBack: Step<'step_back'> = {
  row: '7b',
  from: ['in_review'],
  to: ['submitted'],
  by: byStageReviewer,
  guard(dossier, { token, toStage, reason }, c, by) {
    const lost = heldBy(dossier, token, c, by)
    if (lost) return lost
    const earlier = Number.isInteger(toStage) && toStage >= 0 && toStage < dossier.stage
    if (!earlier) return refuse('STAGE_NOT_EARLIER')
    return groundless(reason) ? refuse('GROUND_MISSING') : null
  },
  change: (dossier, { toStage, reason }) => ({
    to: 'submitted',
    dossier: { stage: toStage, agreed: [], ...MOVED_ON },
    items: judgedAnew(dossier, toStage),
    effects: [remark('step_back', reason)],
  }),
}
