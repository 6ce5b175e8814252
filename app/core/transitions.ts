import { reviewsAs } from './access.js'
import type { By, Change, Circumstances, Dossier, Item, Step, Steps, Verdict } from './dossier.js'
import { needsVerdict, submitBlockers } from './item_state.js'
import { lockReason, submitLock } from './lock.js'
import type { Refusal } from './refusal.js'
import type { Instant } from './time.js'

const NOTHING: Pick<Change, 'dossier' | 'items' | 'effects'> = {
  dossier: {},
  items: [],
  effects: [],
}
const NO_CLAIM = { claim: null }

const refuse = (code: string, params?: Refusal['params'], items?: string[]): Refusal => ({
  code,
  ...(params && { params }),
  ...(items && { items }),
})

function byOwner(by: By, dossier: Dossier): Refusal | null {
  return by.kind === 'candidate' && by.id === dossier.candidateId ? null : refuse('NOT_ALLOWED')
}

function byClock(by: By): Refusal | null {
  return by.kind === 'system' && by.id === 'clock' ? null : refuse('NOT_ALLOWED')
}

function byStageReviewer(by: By, dossier: Dossier, c: Circumstances): Refusal | null {
  if (by.kind !== 'staff') return refuse('NOT_ALLOWED')
  const { roles } = c.stages[dossier.stage]
  return by.roles.some((role) => roles.includes(role) || roles.includes(reviewsAs(role)))
    ? null
    : refuse('NOT_YOUR_STAGE')
}

/** The holder of a live claim, proved by its token: an expired or taken-over one is refused. */
function heldBy(dossier: Dossier, token: number, c: Circumstances, by: By): Refusal | null {
  const { claim } = dossier
  if (!claim || claim.token !== token || by.kind !== 'staff' || claim.by !== by.id) {
    return refuse('CLAIM_LOST')
  }
  return c.now >= claim.until ? refuse('CLAIM_EXPIRED') : null
}

function findItem(dossier: Dossier, id: string): Item | undefined {
  return dossier.items.find((item) => item.id === id)
}

/** Why the candidate may not change the item now, for every path that writes. */
export function lockedItem(
  dossier: Dossier,
  id: string,
  c: Circumstances,
  at: Instant
): Refusal | null {
  const item = findItem(dossier, id)
  if (!item) return refuse('ITEM_UNKNOWN')
  const reason = lockReason(dossier, item, c.window, at)
  return reason ? refuse('ITEM_LOCKED', { reason }, [id]) : null
}

/** A change of a returned item counts as an answer to the return. */
function touched(dossier: Dossier, id: string): Change['items'] {
  const item = findItem(dossier, id)!
  return item.reopened ? [{ id, set: { reopened: { ...item.reopened, changed: true } } }] : []
}

const addImage: Step<'add_image'> = {
  row: '2',
  from: ['draft', 'returned'],
  by: byOwner,
  guard(dossier, { item: id, image, startedAt }, c) {
    const locked = lockedItem(dossier, id, c, startedAt)
    if (locked) return locked
    const item = findItem(dossier, id)!
    if (item.images.some((one) => one.sha256 === image.sha256))
      return refuse('IMAGE_TWICE', {}, [id])
    if (item.images.length >= item.max) return refuse('ITEM_FULL', { max: item.max }, [id])
    if (image.place === null) return null
    if (!item.places.includes(image.place)) return refuse('PLACE_UNKNOWN', {}, [id])
    return item.images.some((one) => one.place === image.place)
      ? refuse('PLACE_TAKEN', {}, [id])
      : null
  },
  change(dossier, { item: id, image }, c) {
    const item = findItem(dossier, id)!
    // An upload that names no place fills the first free one (DOMAIN.md §3).
    const free = item.places.find((place) => !item.images.some((one) => one.place === place))
    const placed = { ...image, place: image.place ?? free ?? null }
    return {
      to: dossier.state,
      dossier: { lastUploadAt: c.now },
      items: touched(dossier, id),
      effects: [{ kind: 'place_image', item: id, image: placed }],
    }
  },
}

const deleteImage: Step<'delete_image'> = {
  row: '2',
  from: ['draft', 'returned'],
  by: byOwner,
  guard(dossier, { item: id, image }, c) {
    const locked = lockedItem(dossier, id, c, c.now)
    if (locked) return locked
    return findItem(dossier, id)!.images.some((one) => one.id === image)
      ? null
      : refuse('IMAGE_GONE')
  },
  change: (dossier, { item, image }) => ({
    ...NOTHING,
    to: dossier.state,
    items: touched(dossier, item),
    effects: [{ kind: 'remove_image', item, image }],
  }),
}

const want: Step<'want'> = {
  row: '2',
  from: ['draft'],
  by: byOwner,
  guard(dossier, { item: id }, c) {
    const item = findItem(dossier, id)
    if (!item) return refuse('ITEM_UNKNOWN')
    if (item.need !== 'not_asked') return refuse('ITEM_ASKED_ANYWAY', {}, [id])
    if (item.images.length > 0) return refuse('ITEM_HAS_IMAGES', {}, [id])
    const reason = lockReason(dossier, { ...item, wanted: true }, c.window, c.now)
    return reason ? refuse('ITEM_LOCKED', { reason }, [id]) : null
  },
  change: (dossier, { item: id, wanted }) => ({
    ...NOTHING,
    to: dossier.state,
    items: [{ id, set: { wanted } }],
  }),
}

const answer: Step<'answer'> = {
  row: '6',
  from: ['returned'],
  by: byOwner,
  guard: (dossier, { item }, c) => lockedItem(dossier, item, c, c.now),
  change: (dossier, { item: id, because }) => ({
    ...NOTHING,
    to: dossier.state,
    items: [
      {
        id,
        set: {
          reopened: {
            changed: findItem(dossier, id)!.reopened!.changed,
            answer: because.trim() || null,
          },
        },
      },
    ],
  }),
}

function submitGuard(
  dossier: Dossier,
  { declarationVersion }: { declarationVersion: string },
  c: Circumstances
): Refusal | null {
  const late = submitLock(dossier, c)
  if (late) return refuse(late)
  if (declarationVersion !== c.declarationVersion) return refuse('DECLARATION_CHANGED')
  return submitBlockers(dossier, c)[0] ?? null
}

const locksAll = (dossier: Dossier): Change['items'] =>
  dossier.items
    .filter((item) => item.reopened)
    .map((item) => ({ id: item.id, set: { reopened: null } }))

const submit: Step<'submit'> = {
  row: '3',
  from: ['draft'],
  by: byOwner,
  guard: submitGuard,
  change: (dossier) => ({
    to: 'submitted',
    dossier: { stage: 0, round: 1, deadline: null, ...NO_CLAIM },
    items: locksAll(dossier),
    effects: [{ kind: 'manifest' }, { kind: 'message', template: 'submitted', variables: {} }],
  }),
}

const resubmit: Step<'submit'> = {
  row: '6',
  from: ['returned'],
  by: byOwner,
  guard: submitGuard,
  change: (dossier, _event, c) => ({
    to: 'submitted',
    dossier: {
      stage: c.afterReturn === 'first' ? 0 : dossier.stage,
      round: dossier.round + 1,
      deadline: null,
      ...NO_CLAIM,
    },
    items: locksAll(dossier),
    effects: [
      { kind: 'manifest' },
      { kind: 'message', template: 'resubmitted', variables: { round: dossier.round + 1 } },
    ],
  }),
}

const claim: Step<'claim'> = {
  row: '4',
  from: ['submitted'],
  by: byStageReviewer,
  guard: (dossier, _event, _c, by) =>
    dossier.agreed.includes(by.id) ? refuse('ALREADY_AGREED') : null,
  change: (dossier, _event, c, by) => ({
    ...NOTHING,
    to: 'in_review',
    dossier: {
      claim: { by: by.id, token: dossier.claimToken + 1, until: c.now + c.claimLease },
      claimToken: dossier.claimToken + 1,
    },
  }),
}

const renewClaim: Step<'renew_claim'> = {
  row: '4',
  from: ['in_review'],
  by: byStageReviewer,
  guard: (dossier, { token }, c, by) => heldBy(dossier, token, c, by),
  change: (dossier, _event, c) => ({
    ...NOTHING,
    to: 'in_review',
    dossier: { claim: { ...dossier.claim!, until: c.now + c.claimLease } },
  }),
}

const releaseClaim: Step<'release_claim'> = {
  row: '4b',
  from: ['in_review'],
  by: byStageReviewer,
  guard: (dossier, { token }, c, by) => heldBy(dossier, token, c, by),
  change: () => ({ ...NOTHING, to: 'submitted', dossier: NO_CLAIM }),
}

const claimExpired: Step<'claim_expired'> = {
  row: '4b',
  from: ['in_review'],
  by: byClock,
  guard: (dossier, _event, c) =>
    dossier.claim && c.now < dossier.claim.until ? refuse('CLAIM_LIVE') : null,
  change: () => ({ ...NOTHING, to: 'submitted', dossier: NO_CLAIM }),
}

interface Finish {
  token: number
  manifest: string
  verdicts: readonly Verdict[]
}

const returns = (verdicts: readonly Verdict[]) => verdicts.filter((one) => one.as === 'returned')

/** A returned item may be accepted on the candidate's answer alone. */
const isJudgeable = (item: Item) => item.images.length > 0 || item.verdict?.as === 'returned'

function finishGuard(dossier: Dossier, event: Finish, c: Circumstances, by: By): Refusal | null {
  const lost = heldBy(dossier, event.token, c, by)
  if (lost) return lost
  if (event.manifest !== dossier.manifest) return refuse('MANIFEST_CHANGED')
  const strange = event.verdicts.filter(({ item }) => !findItem(dossier, item))
  if (strange.length > 0) return refuse('ITEM_UNKNOWN')
  if (new Set(event.verdicts.map(({ item }) => item)).size < event.verdicts.length) {
    return refuse('VERDICT_TWICE')
  }
  // A final reason is given in row 9 only, where a second person confirms it.
  const unfit = event.verdicts.filter(({ reasons }) =>
    reasons.some((reason) => (c.reasonEffects[reason] ?? 'final') === 'final')
  )
  if (unfit.length > 0) {
    return refuse(
      'REASON_UNFIT',
      {},
      unfit.map(({ item }) => item)
    )
  }
  const empty = event.verdicts.filter(
    ({ item, as }) => as === 'accepted' && !isJudgeable(findItem(dossier, item)!)
  )
  return empty.length > 0
    ? refuse(
        'NOTHING_TO_ACCEPT',
        {},
        empty.map(({ item }) => item)
      )
    : null
}

function returnGuard(dossier: Dossier, event: Finish, c: Circumstances, by: By): Refusal | null {
  const refusal = finishGuard(dossier, event, c, by)
  if (refusal) return refusal
  if (!c.stages[dossier.stage].canReturn) return refuse('STAGE_CANNOT_RETURN')
  if (c.returnDeadline === null || c.returnDeadline <= c.now) return refuse('RETURN_CAP_PASSED')
  // Only a reason with the effect `fix` unlocks an item (DOMAIN.md §3, reasons have an effect).
  const groundless = returns(event.verdicts).filter(
    ({ reasons }) => !reasons.some((reason) => c.reasonEffects[reason] === 'fix')
  )
  return groundless.length > 0
    ? refuse(
        'REASON_MISSING',
        {},
        groundless.map(({ item }) => item)
      )
    : null
}

function judged(dossier: Dossier, verdicts: readonly Verdict[]): Change['items'] {
  return verdicts.map(({ item, as }) => ({
    id: item,
    set: {
      verdict: { as, stage: dossier.stage },
      reopened: as === 'returned' ? { changed: false, answer: null } : null,
    },
  }))
}

const returnItems: Step<'finish'> = {
  row: '5',
  from: ['in_review'],
  by: byStageReviewer,
  when: (_dossier, { verdicts }) => returns(verdicts).length > 0,
  guard: returnGuard,
  change: (dossier, { verdicts }, c) => ({
    to: 'returned',
    dossier: { deadline: c.returnDeadline, ...NO_CLAIM },
    items: judged(dossier, verdicts),
    effects: [
      { kind: 'decisions', verdicts },
      {
        kind: 'message',
        template: 'returned',
        variables: { n: returns(verdicts).length, deadline: c.returnDeadline! },
      },
    ],
  }),
}

function acceptGuard(dossier: Dossier, event: Finish, c: Circumstances, by: By): Refusal | null {
  const refusal = finishGuard(dossier, event, c, by)
  if (refusal) return refusal
  const decided = new Set(event.verdicts.map(({ item }) => item))
  const open = dossier.items.filter(
    (item) => needsVerdict(item, dossier.stage) && !decided.has(item.id)
  )
  return open.length > 0
    ? refuse(
        'VERDICTS_MISSING',
        { n: open.length },
        open.map(({ id }) => id)
      )
    : null
}

/** More reviewers must agree at this stage: `agreed` holds those before this one. */
const wantsMoreEyes = (dossier: Dossier, c: Circumstances) =>
  dossier.agreed.length + 1 < c.stages[dossier.stage].approvals

const agreeAtStage: Step<'finish'> = {
  row: '7a',
  from: ['in_review'],
  by: byStageReviewer,
  when: (dossier, _event, c) => wantsMoreEyes(dossier, c),
  guard: acceptGuard,
  change: (_dossier, { verdicts }) => ({
    to: 'submitted',
    dossier: NO_CLAIM,
    items: [],
    effects: [{ kind: 'decisions', verdicts }],
  }),
}

const passStage: Step<'finish'> = {
  row: '7',
  from: ['in_review'],
  by: byStageReviewer,
  when: (_dossier, _event, c) => c.nextStage !== null,
  guard: acceptGuard,
  change: (dossier, { verdicts }, c) => ({
    to: 'submitted',
    dossier: { stage: c.nextStage!, ...NO_CLAIM },
    items: judged(dossier, verdicts),
    effects: [
      { kind: 'decisions', verdicts },
      { kind: 'message', template: 'stage_passed', variables: { stage: dossier.stage } },
    ],
  }),
}

const approve: Step<'finish'> = {
  row: '8',
  from: ['in_review'],
  by: byStageReviewer,
  guard: acceptGuard,
  change: (dossier, { verdicts }) => ({
    to: 'approved',
    dossier: NO_CLAIM,
    items: judged(dossier, verdicts),
    effects: [
      { kind: 'decisions', verdicts },
      { kind: 'message', template: 'approved', variables: {} },
    ],
  }),
}

/** The transition table: DOMAIN.md §3, first row whose `from` and `when` fit. */
export const steps: Steps = {
  want: [want],
  add_image: [addImage],
  delete_image: [deleteImage],
  answer: [answer],
  submit: [submit, resubmit],
  claim: [claim],
  renew_claim: [renewClaim],
  release_claim: [releaseClaim],
  claim_expired: [claimExpired],
  finish: [returnItems, agreeAtStage, passStage, approve],
}
