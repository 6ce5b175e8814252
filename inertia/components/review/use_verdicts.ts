import type { ComputedRef } from 'vue'
import type { Spot } from '~/components/shared/turned_spot'
import type { ReviewItem, ReviewPageProps, VerdictPin, VerdictView } from '~/types/review'
import type { Drafts } from './use_drafts'
import { firstReason, reasonsFor, toggled, withReasons } from './verdicts'

const MOST_PINS = 20

const accepted = (): VerdictView => ({ verdict: 'accepted', reasons: [], note: null, pins: [] })
const returned = (): VerdictView => ({ verdict: 'returned', reasons: [], note: null, pins: [] })

/** What the reviewer may say of the item that he looks at; nothing while the dossier is not his. */
export function useVerdicts(
  props: ReviewPageProps,
  drafts: Drafts,
  item: ComputedRef<ReviewItem | undefined>,
  mine: ComputedRef<boolean>
) {
  const mayReturn = () => mine.value && props.dossier.canReturn
  const draftOf = (now: ReviewItem) => drafts.draftOf(now)
  const returnOf = (now: ReviewItem) => {
    const draft = draftOf(now)
    return draft?.verdict === 'returned' ? draft : returned()
  }

  /** @returns whether there was something to accept */
  function accept(): boolean {
    const now = item.value
    if (!mine.value || !now || (now.images.length === 0 && !now.needsVerdict)) return false
    void drafts.decide(now, accepted())
    return true
  }

  function giveBack() {
    const now = item.value
    if (!mayReturn() || !now || draftOf(now)?.verdict === 'returned') return
    const reasons = now.images.length === 0 ? firstReason(now, props.commonReasons) : []
    void drafts.decide(now, { ...returned(), reasons })
  }

  /** What is to be mended makes a return of it; anything else goes with the verdict that is there. */
  function toggleReason(code: string) {
    const now = item.value
    if (!mine.value || !now) return
    if (drafts.fixes.value.has(code)) {
      if (!mayReturn()) return
      const before = returnOf(now)
      void drafts.decide(now, withReasons(before, toggled(before.reasons, code)))
    } else {
      const before = draftOf(now) ?? accepted()
      void drafts.decide(now, withReasons(before, toggled(before.reasons, code)))
    }
  }

  function toggleNth(n: number) {
    if (!item.value) return
    const { own, common } = reasonsFor(item.value, props.commonReasons)
    const reason = (own.length > 0 ? own : common)[n - 1]
    if (reason) toggleReason(reason.code)
  }

  function setNote(itemId: string, note: string | null) {
    const noted = props.items.find(({ id }) => id === itemId)
    const before = noted && draftOf(noted)
    if (mine.value && before) void drafts.decide(noted, { ...before, note })
  }

  function addPin(image: string, { x, y }: Spot) {
    const now = item.value
    if (!mayReturn() || !now) return
    const before = returnOf(now)
    if (before.pins.length >= MOST_PINS) return
    const pins = [...before.pins, { image, x, y, reason: null, note: null }]
    void drafts.decide(now, { ...before, pins })
  }

  function setPin(itemId: string, at: number, change: Partial<VerdictPin>) {
    const pinned = props.items.find(({ id }) => id === itemId)
    const before = pinned && draftOf(pinned)
    if (!mine.value || !pinned || !before?.pins[at]) return
    const pins = before.pins.map((pin, n) => (n === at ? { ...pin, ...change } : pin))
    void drafts.decide(pinned, { ...before, pins })
  }

  function removePin(at: number) {
    const now = item.value
    const before = now && draftOf(now)
    if (!mine.value || !before) return
    void drafts.decide(now, { ...before, pins: before.pins.filter((_pin, n) => n !== at) })
  }

  /** An original was seen, or not after all. */
  function tick(seen: ReviewItem) {
    if (!mine.value) return
    void drafts.decide(seen, draftOf(seen)?.verdict === 'accepted' ? null : accepted())
  }

  function undo() {
    if (mine.value && item.value && draftOf(item.value)) void drafts.decide(item.value, null)
  }

  return {
    ...{ accept, giveBack, tick, undo, toggleReason, toggleNth, setNote },
    ...{ addPin, setPin, removePin },
  }
}
