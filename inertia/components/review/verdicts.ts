import type { ReasonView, ReviewItem, VerdictView } from '~/types/review'

/** Asked for when nothing else is known: the material does not match the request. */
const DEFAULT_REASON = 'MIS_MATERIAL'

export type Mark =
  'none' | 'accepted' | 'returned' | 'open' | 'settled_accepted' | 'settled_returned' | 'not_needed'

/** A return counts only with a reason: the candidate must be told what to mend. */
export function isDecided(verdict: VerdictView | null): boolean {
  return verdict !== null && (verdict.verdict === 'accepted' || verdict.reasons.length > 0)
}

/** What stands beside an item in the list. */
export function markOf(item: ReviewItem, draft: VerdictView | null): Mark {
  if (draft) return draft.verdict === 'returned' && !isDecided(draft) ? 'open' : draft.verdict
  if (item.settled) return `settled_${item.settled.verdict}`
  return item.needsVerdict ? 'none' : 'not_needed'
}

/** The item still stands between the reviewer and finishing. */
export function isOpen(item: ReviewItem, draft: VerdictView | null): boolean {
  if (draft) return !isDecided(draft)
  return item.needsVerdict && !isDecided(item.settled)
}

/** Reasons a return may give: a final one belongs to a proposal that a second person confirms. */
function returnable(reasons: ReasonView[]): ReasonView[] {
  return reasons.filter((reason) => reason.effect !== 'final')
}

/**
 * The reasons in the order the reviewer sees and counts them: the material's own, then common ones.
 * Without a picture the reason that asks for one leads.
 */
export function reasonsFor(item: ReviewItem, commonReasons: ReasonView[]) {
  let own = returnable(item.reasons)
  const common = returnable(commonReasons).filter(({ code }) => !own.some((r) => r.code === code))
  const asking = [...own, ...common].find(({ code }) => code === DEFAULT_REASON)
  if (asking && item.images.length === 0) own = [asking, ...own.filter((r) => r !== asking)]
  return { own, common: common.filter((reason) => !own.includes(reason)) }
}

/** The reason a request for more begins with; the reviewer may choose others. */
export function firstReason(item: ReviewItem, commonReasons: ReasonView[]): string[] {
  const { own, common } = reasonsFor(item, commonReasons)
  return [...own, ...common].slice(0, 1).map(({ code }) => code)
}

export function toggled(codes: string[], code: string): string[] {
  return codes.includes(code) ? codes.filter((known) => known !== code) : [...codes, code]
}

export interface ReturnedItem {
  item: ReviewItem
  reasons: ReasonView[]
  note: string | null
  /** The candidate may upload again: at least one reason asks him to mend the picture. */
  unlocks: boolean
}

/** What finishing would do, for the summary. */
export function summarise(
  items: ReviewItem[],
  draftOf: (item: ReviewItem) => VerdictView | null,
  common: ReasonView[]
): { accepted: number; returned: ReturnedItem[] } {
  const returned: ReturnedItem[] = []
  let accepted = 0
  for (const item of items) {
    const verdict = draftOf(item)
    if (verdict?.verdict === 'accepted') accepted++
    if (verdict?.verdict !== 'returned') continue
    const reasons = [...item.reasons, ...common].filter(
      (reason, at, all) =>
        verdict.reasons.includes(reason.code) &&
        all.findIndex((other) => other.code === reason.code) === at
    )
    const unlocks = reasons.some((reason) => reason.effect === 'fix')
    returned.push({ item, reasons, note: verdict.note, unlocks })
  }
  return { accepted, returned }
}
