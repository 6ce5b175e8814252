import { anyMay, reviewsAs } from './access.js'
import type { By, Change, Circumstances, Dossier, Effect, Item, ItemVerdict } from './dossier.js'
import { lockReason } from './lock.js'
import type { Refusal } from './refusal.js'
import type { Instant } from './time.js'

/** What the rows of the transition table are made of. */

export const NOTHING: Pick<Change, 'dossier' | 'items' | 'effects'> = {
  dossier: {},
  items: [],
  effects: [],
}
export const NO_CLAIM = { claim: null }
/** Somebody decided or moved it: the candidate can no longer take his submission back. */
export const MOVED_ON = { ...NO_CLAIM, submittedFrom: null }

export const refuse = (code: string, params?: Refusal['params'], items?: string[]): Refusal => ({
  code,
  ...(params && { params }),
  ...(items && { items }),
})

export function byOwner(by: By, dossier: Dossier): Refusal | null {
  return by.kind === 'candidate' && by.id === dossier.candidateId ? null : refuse('NOT_ALLOWED')
}

/** The candidate, or staff who add on his behalf what he hands them: where the region allows it, and to no file that is theirs. */
export function byOwnerOrFor(by: By, dossier: Dossier, c: Circumstances): Refusal | null {
  return by.kind === 'staff' ? barredFromAdding(by, c) : byOwner(by, dossier)
}

/** Why this member of staff may add nothing on the candidate's behalf, whatever the dossier's state. */
export function barredFromAdding(
  { roles }: Extract<By, { kind: 'staff' }>,
  { staffUploads, conflict }: Pick<Circumstances, 'staffUploads' | 'conflict'>
): Refusal | null {
  if (!anyMay(roles, 'dossier.edit')) return refuse('NOT_ALLOWED')
  if (!staffUploads) return refuse('STAFF_UPLOADS_OFF')
  if (conflict === 'own') return refuse('OWN_FILE')
  return conflict === 'declared' ? refuse('CONFLICT_DECLARED') : null
}

/** What somebody else did to his pictures is told to the candidate; the gate tells it once a visit. */
export const toldIfFor = (by: By): Effect[] => (by.kind === 'staff' ? [message('added_for')] : [])

export const bySystem =
  (...ids: string[]) =>
  (by: By): Refusal | null =>
    by.kind === 'system' && ids.includes(by.id) ? null : refuse('NOT_ALLOWED')

export const byRole =
  (role: 'region_lead' | 'region_admin') =>
  (by: By): Refusal | null =>
    by.kind === 'staff' && by.roles.includes(role) ? null : refuse('NOT_ALLOWED')

export function byStageReviewer(by: By, dossier: Dossier, c: Circumstances): Refusal | null {
  if (by.kind !== 'staff') return refuse('NOT_ALLOWED')
  const { roles } = c.stages[dossier.stage]
  const his = by.roles.some((role) => roles.includes(role) || roles.includes(reviewsAs(role)))
  return his || tookOver(by, dossier) ? null : refuse('NOT_YOUR_STAGE')
}

/** A lead who holds the dossier works on it as the stage's reviewers do. */
const tookOver = (by: By, { claim }: Dossier) =>
  by.kind === 'staff' && by.roles.includes('region_lead') && claim?.by === by.id

/** The holder of a live claim, proved by its token: an expired or taken-over one is refused. */
export function heldBy(
  dossier: Dossier,
  token: number | null,
  c: Circumstances,
  by: By
): Refusal | null {
  const { claim } = dossier
  if (!claim || claim.token !== token || by.kind !== 'staff' || claim.by !== by.id) {
    return refuse('CLAIM_LOST')
  }
  return c.now >= claim.until ? refuse('CLAIM_EXPIRED') : null
}

/** Four eyes, his own file, a conflict that he declared: somebody else must look (DOMAIN.md §3 row 4). */
export function barredFrom(dossier: Dossier, c: Circumstances, by: By): Refusal | null {
  if (dossier.proposal) return refuse('PROPOSAL_OPEN')
  if (c.conflict === 'own') return refuse('OWN_FILE')
  if (c.conflict === 'declared') return refuse('CONFLICT_DECLARED')
  return dossier.agreed.includes(by.id) ? refuse('ALREADY_AGREED') : null
}

export function findItem(dossier: Dossier, id: string): Item | undefined {
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
export function touched(dossier: Dossier, id: string): Change['items'] {
  const item = findItem(dossier, id)!
  return item.reopened ? [{ id, set: { reopened: { ...item.reopened, changed: true } } }] : []
}

/** Opens an item for the candidate, and remembers what a taken back return restores. */
export function reopen(
  item: Pick<Item, 'verdict'>,
  by: NonNullable<Item['reopenedBy']>,
  stage: number
): Change['items'][number]['set'] {
  return {
    verdict: { as: 'returned', stage },
    reopened: { changed: false, answer: null },
    parked: null,
    reopenedBy: by,
    before: item.verdict,
    declaredAt: null,
  }
}

/** All open items lock; a recall opens exactly these again. */
export const locksAll = (dossier: Dossier): Change['items'] =>
  dossier.items
    .filter((item) => item.reopened)
    .map((item) => ({ id: item.id, set: { reopened: null, parked: item.reopened } }))

/** What the candidate wrote instead of changing an item, kept with the submission that it belongs to. */
export const answersOf = (dossier: Dossier): Effect[] =>
  dossier.items.flatMap(({ id, reopened }) =>
    reopened?.answer
      ? [{ kind: 'remark' as const, about: 'answer', item: id, text: reopened.answer }]
      : []
  )

/** From `stage` on everything is judged anew; the candidate keeps his ticks, reviewers their decisions. */
export function judgedAnew(dossier: Dossier, stage: number): Change['items'] {
  const counts = (verdict: ItemVerdict | null) =>
    verdict?.as === 'accepted' && verdict.stage !== null && verdict.stage >= stage
  return dossier.items
    .filter(({ verdict }) => counts(verdict))
    .map(({ id }) => ({ id, set: { verdict: { as: 'accepted', stage: null } } }))
}

export const closeProposal = (
  { proposal }: Dossier,
  outcome: 'confirmed' | 'refused' | 'moot'
): Effect[] => (proposal ? [{ kind: 'close_proposal', id: proposal.id, outcome }] : [])

export const remark = (about: string, text: string): Effect => ({
  kind: 'remark',
  about,
  item: null,
  text: text.trim(),
})

export const message = (
  template: string,
  variables: Record<string, string | number> = {}
): Effect => ({ kind: 'message', template, variables })

export const groundless = (text: string) => text.trim() === ''
