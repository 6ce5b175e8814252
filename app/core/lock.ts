import type { Instant } from './time.js'
import type { Circumstances, Dossier, Item, Openness } from './dossier.js'

/** Why an item cannot be edited; an i18n key `locks.<reason>`. */
export type LockReason =
  | 'submitted'
  | 'final'
  | 'held'
  | 'not_returned'
  | 'deadline_passed'
  | 'blackout'
  | 'window_closed'
  | 'kept_from_last_time'
  | 'waived'
  | 'declared_online'
  | 'shown_on_site'
  | 'not_asked'

const FINAL = new Set(['approved', 'ineligible', 'withdrawn', 'lapsed'])

/**
 * The one answer to "may this item be changed?" (DOMAIN.md §3, canEdit), asked by the page, the
 * request and the write path. A returned item stays open after the window: the reviewer asked for it.
 *
 * @param at the instant that counts: of an upload the arrival of its first byte, else now (ms)
 * @returns null while it may be edited
 */
export function lockReason(
  dossier: Pick<Dossier, 'state' | 'deadline'>,
  item: Pick<Item, 'need' | 'wanted' | 'reopened'>,
  window: Openness,
  at: Instant
): LockReason | null {
  if (FINAL.has(dossier.state)) return 'final'
  if (dossier.state === 'held') return 'held'
  if (dossier.state === 'submitted' || dossier.state === 'in_review') return 'submitted'
  if (window.blackout) return 'blackout'
  if (dossier.state === 'returned') return returnedLock(dossier.deadline, item, at)
  if (!window.open && !hasOwnTime(dossier.deadline, at)) return 'window_closed'
  return draftLock(item)
}

/** A draft that lapsed and was given more time goes on after the window. */
const hasOwnTime = (deadline: Instant | null, at: Instant) => deadline !== null && at < deadline

function returnedLock(deadline: Instant | null, item: Pick<Item, 'reopened'>, at: Instant) {
  if (!item.reopened) return 'not_returned'
  return deadline !== null && at >= deadline ? 'deadline_passed' : null
}

function draftLock(item: Pick<Item, 'need' | 'wanted'>): LockReason | null {
  switch (item.need) {
    case 'carried_over':
      return 'kept_from_last_time'
    case 'waived':
      return 'waived'
    case 'declared':
      return 'declared_online'
    case 'onsite':
      return 'shown_on_site'
    case 'not_asked':
      return item.wanted ? null : 'not_asked'
    default:
      return null
  }
}

/**
 * Whether a draft or a return may still be submitted (DOMAIN.md §3, rows 3 and 6): in time, or within
 * the grace after an upload that was under way when time ran out. Page and gate both ask it.
 *
 * @returns the refusal's code, or null in time
 */
export function submitLock(
  { state, deadline, lastUploadAt }: Pick<Dossier, 'state' | 'deadline' | 'lastUploadAt'>,
  { now, window, uploadGrace }: Pick<Circumstances, 'now' | 'window' | 'uploadGrace'>
): 'WINDOW_CLOSED' | 'RETURN_DEADLINE_PASSED' | null {
  const inGrace = (end: Instant | null) =>
    end !== null &&
    lastUploadAt !== null &&
    lastUploadAt >= end &&
    now <= lastUploadAt + uploadGrace
  if (window.blackout) return 'WINDOW_CLOSED'
  if (state === 'draft' && !window.open && !hasOwnTime(deadline, now)) {
    return inGrace(window.closesAt) || inGrace(deadline) ? null : 'WINDOW_CLOSED'
  }
  const late = state === 'returned' && deadline !== null && now >= deadline
  return late && !inGrace(deadline) ? 'RETURN_DEADLINE_PASSED' : null
}

/**
 * Whether a submission may still be taken back (DOMAIN.md §3 row 10): only while what it came from
 * would be open.
 *
 * @returns the refusal's code, or null in time
 */
export function recallLock(
  { submittedFrom, deadline }: Pick<Dossier, 'submittedFrom' | 'deadline'>,
  { now, window }: Pick<Circumstances, 'now' | 'window'>
): 'WINDOW_CLOSED' | 'RETURN_DEADLINE_PASSED' | null {
  if (window.blackout) return 'WINDOW_CLOSED'
  if (submittedFrom === 'returned') {
    return deadline === null || now < deadline ? null : 'RETURN_DEADLINE_PASSED'
  }
  return window.open || hasOwnTime(deadline, now) ? null : 'WINDOW_CLOSED'
}
