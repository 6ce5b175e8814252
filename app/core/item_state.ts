import type { Circumstances, Dossier, Item, State } from './dossier.js'
import type { Refusal } from './refusal.js'

export type ItemState =
  | 'not_asked'
  | 'empty'
  | 'incomplete'
  | 'ready'
  | 'locked'
  | 'accepted'
  | 'returned'
  | 'carried_over'
  | 'waived'
  | 'onsite'
  | 'declared'

const EDITABLE: readonly State[] = ['draft']

/** What the candidate sees of an item (DOMAIN.md §3): derived, stored nowhere. */
export function itemState(state: State, item: Item): ItemState {
  if (item.reopened) return 'returned'
  if (item.verdict?.as === 'accepted') return 'accepted'
  if (!isAsked(item)) return 'not_asked'
  if (item.need !== 'required' && item.need !== 'optional' && item.need !== 'not_asked') {
    return item.need
  }
  if (item.images.length === 0) return 'empty'
  if (!EDITABLE.includes(state)) return 'locked'
  return item.images.length < item.min ? 'incomplete' : 'ready'
}

/** Pictures of what is no longer asked for are kept, but hidden: nobody submits or judges them. */
export function isAsked({ need, wanted }: Pick<Item, 'need' | 'wanted'>): boolean {
  return need !== 'not_asked' || wanted
}

/** An item counts as given with its least number of images, and never with none. */
export function isGiven(item: Item): boolean {
  return item.images.length >= Math.max(item.min, 1)
}

/** A required item without images whose alternative was given needs nothing. */
export function isSatisfied(item: Item, items: readonly Item[]): boolean {
  if (item.images.length > 0) return isGiven(item)
  return items.some((other) => item.alternatives.includes(other.material) && isGiven(other))
}

/**
 * Everything that still stands between the candidate and submitting (DOMAIN.md §3, rows 3 and 6).
 * The page lists it; the gate refuses with the first.
 */
export function submitBlockers(
  dossier: Dossier,
  c: Pick<Circumstances, 'factsRevision' | 'unreadNotices'>
): Refusal[] {
  const blockers: Refusal[] = []
  const ids = (items: readonly Item[]) => items.map((item) => item.id)
  const say = (code: string, items: readonly Item[]) => {
    if (items.length > 0) blockers.push({ code, params: { n: items.length }, items: ids(items) })
  }

  if (dossier.state === 'returned') {
    const open = dossier.items.filter((item) => item.reopened)
    const answered = (item: Item) => Boolean(item.reopened?.answer)
    // An answer says why nothing changes: it does not excuse a required item that was emptied.
    const lacks = (item: Item) => {
      if (item.need === 'declared') return item.declaredAt === null
      return item.need === 'required'
        ? !isSatisfied(item, dossier.items)
        : !answered(item) && !isGiven(item)
    }
    say(
      'RETURNED_UNCHANGED',
      open.filter((item) => !item.reopened!.changed && !answered(item))
    )
    say(
      'MISSING_IMAGES',
      open.filter((item) => item.reopened!.changed && lacks(item))
    )
    return blockers
  }
  // A draft follows the registration; what was submitted is moved by row 16, never stuck here.
  if (dossier.factsRevision !== c.factsRevision) blockers.push({ code: 'FACTS_CHANGED' })
  say(
    'MISSING_IMAGES',
    dossier.items.filter((item) => item.need === 'required' && !isSatisfied(item, dossier.items))
  )
  say(
    'INCOMPLETE_ITEMS',
    dossier.items.filter(
      (item) =>
        item.need !== 'required' &&
        isAsked(item) &&
        item.images.length > 0 &&
        item.images.length < item.min
    )
  )
  say(
    'DECLARATIONS_UNTICKED',
    dossier.items.filter(({ need, declaredAt }) => need === 'declared' && declaredAt === null)
  )
  if (c.unreadNotices.length > 0) {
    blockers.push({ code: 'UNREAD_NOTICES', params: { n: c.unreadNotices.length } })
  }
  return blockers
}

/**
 * The item must be judged at `stage`: it was returned and given or answered anew, or it has images
 * that neither this stage nor a later one has accepted yet. What is kept or waived is judged only
 * after a return; an original that is to be shown only where it can be seen.
 */
export function needsVerdict(item: Item, stage: number, onsite = false): boolean {
  const { verdict, need } = item
  if (verdict?.as === 'returned') return true
  if (!isAsked(item) || need === 'carried_over' || need === 'waived' || need === 'declared') {
    return false
  }
  if (need === 'onsite' ? !onsite : item.images.length === 0) return false
  return !(verdict?.as === 'accepted' && verdict.stage !== null && verdict.stage >= stage)
}
