import type { ReasonView, ReviewItem, VerdictView } from '~/types/review'

/** Asked for when nothing else is known: the material does not match the request. */
const DEFAULT_REASON = 'MIS_MATERIAL'

export type Mark =
  'none' | 'accepted' | 'returned' | 'open' | 'settled_accepted' | 'settled_returned' | 'not_needed'

/** A return counts only with something to mend: the candidate must be told what. */
export function isDecided(verdict: VerdictView | null, fixes: ReadonlySet<string>): boolean {
  if (!verdict) return false
  return verdict.verdict === 'accepted' || verdict.reasons.some((code) => fixes.has(code))
}

/** What stands beside an item in the list. */
export function markOf(
  item: ReviewItem,
  draft: VerdictView | null,
  fixes: ReadonlySet<string>
): Mark {
  if (draft) return isDecided(draft, fixes) ? draft.verdict : 'open'
  if (item.settled) return `settled_${item.settled.verdict}`
  return item.needsVerdict ? 'none' : 'not_needed'
}

/** The item still stands between the reviewer and finishing. */
export function isOpen(
  item: ReviewItem,
  draft: VerdictView | null,
  fixes: ReadonlySet<string>
): boolean {
  return draft ? !isDecided(draft, fixes) : item.needsVerdict
}

/** Codes of the reasons that open an item for the candidate. */
export function fixesIn(items: readonly ReviewItem[], common: readonly ReasonView[]): Set<string> {
  const all = [...items.flatMap(({ reasons }) => reasons), ...common]
  return new Set(all.filter(({ effect }) => effect === 'fix').map(({ code }) => code))
}

/**
 * The reasons in the order the reviewer sees and counts them: of the material itself, then common
 * ones; and apart from them those that open nothing and may go with an acceptance as well. Without a
 * picture the reason that asks for one leads.
 */
export function reasonsFor(item: ReviewItem, commonReasons: ReasonView[]) {
  const others = commonReasons.filter(({ code }) => !item.reasons.some((own) => own.code === code))
  const mends = ({ effect }: ReasonView) => effect === 'fix'
  let own = item.reasons.filter(mends)
  const common = others.filter(mends)
  const asking = [...own, ...common].find(({ code }) => code === DEFAULT_REASON)
  if (asking && item.images.length === 0) own = [asking, ...own.filter((r) => r !== asking)]
  return {
    own,
    common: common.filter((reason) => !own.includes(reason)),
    asides: [...item.reasons, ...others].filter((reason) => !mends(reason)),
  }
}

/** The reason a request for more begins with; the reviewer may choose others. */
export function firstReason(item: ReviewItem, commonReasons: ReasonView[]): string[] {
  const { own, common } = reasonsFor(item, commonReasons)
  return [...own, ...common].slice(0, 1).map(({ code }) => code)
}

export function toggled(codes: string[], code: string): string[] {
  return codes.includes(code) ? codes.filter((known) => known !== code) : [...codes, code]
}

/** A verdict with other reasons: a pin keeps only a reason that is still given. */
export function withReasons(verdict: VerdictView, reasons: string[]): VerdictView {
  const pins = verdict.pins.map((pin) =>
    pin.reason === null || reasons.includes(pin.reason) ? pin : { ...pin, reason: null }
  )
  return { ...verdict, reasons, pins }
}

/** What finishing would say of an item that is more than a plain acceptance. */
export interface SaidItem {
  item: ReviewItem
  reasons: ReasonView[]
  note: string | null
  pins: number
}

/** What finishing would do, for the summary. */
export function summarise(
  items: ReviewItem[],
  draftOf: (item: ReviewItem) => VerdictView | null,
  common: ReasonView[]
): { accepted: number; noted: SaidItem[]; returned: SaidItem[] } {
  const returned: SaidItem[] = []
  const noted: SaidItem[] = []
  let accepted = 0
  for (const item of items) {
    const verdict = draftOf(item)
    if (!verdict) continue
    const { own, common: others, asides } = reasonsFor(item, common)
    const reasons = [...own, ...others, ...asides].filter(({ code }) =>
      verdict.reasons.includes(code)
    )
    const said = { item, reasons, note: verdict.note, pins: verdict.pins.length }
    if (verdict.verdict === 'returned') returned.push(said)
    else accepted++
    if (verdict.verdict === 'accepted' && (reasons.length > 0 || verdict.note)) noted.push(said)
  }
  return { accepted, noted, returned }
}
