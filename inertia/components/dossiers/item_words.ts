import type { DossierPageProps, ItemState, ItemView } from '~/types/dossier'
import type { DossierState } from '~/types/regions'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error' | 'primary'

export const ITEM_LOOKS: Record<ItemState, { icon: string; tone: Tone }> = {
  not_asked: { icon: 'i-lucide-circle-dashed', tone: 'neutral' },
  empty: { icon: 'i-lucide-circle-dashed', tone: 'neutral' },
  incomplete: { icon: 'i-lucide-circle-dot-dashed', tone: 'warning' },
  ready: { icon: 'i-lucide-circle-check', tone: 'primary' },
  locked: { icon: 'i-lucide-lock', tone: 'neutral' },
  accepted: { icon: 'i-lucide-badge-check', tone: 'success' },
  returned: { icon: 'i-lucide-undo-2', tone: 'error' },
  carried_over: { icon: 'i-lucide-history', tone: 'success' },
  waived: { icon: 'i-lucide-circle-slash', tone: 'neutral' },
  onsite: { icon: 'i-lucide-map-pin', tone: 'info' },
  declared: { icon: 'i-lucide-signature', tone: 'info' },
}

export const DOSSIER_LOOKS: Record<DossierState, { icon: string; tone: Tone }> = {
  draft: { icon: 'i-lucide-pencil-line', tone: 'primary' },
  submitted: { icon: 'i-lucide-lock', tone: 'primary' },
  in_review: { icon: 'i-lucide-search-check', tone: 'primary' },
  returned: { icon: 'i-lucide-undo-2', tone: 'error' },
  approved: { icon: 'i-lucide-badge-check', tone: 'success' },
  ineligible: { icon: 'i-lucide-circle-x', tone: 'error' },
  withdrawn: { icon: 'i-lucide-log-out', tone: 'neutral' },
  lapsed: { icon: 'i-lucide-calendar-x', tone: 'warning' },
  held: { icon: 'i-lucide-circle-pause', tone: 'warning' },
}

export type Filter = 'all' | 'todo' | 'done'

/** A returned item that the candidate has changed, and not left half empty, or said why not. */
export function isAnswered(item: ItemView): boolean {
  if (item.state !== 'returned') return false
  const count = item.images.length
  const whole = count >= Math.max(1, item.min) || (count === 0 && item.need !== 'required')
  return item.answer !== null || (item.changedSinceReturn && whole)
}

/** What the candidate still has to do; the server's blockers decide, the page adds open returns. */
export function toDoIds(page: Pick<DossierPageProps, 'items' | 'blockers'>): Set<string> {
  const blocked = new Set(page.blockers.flatMap((blocker) => blocker.items))
  return new Set(
    page.items
      .filter((item) => item.editable || item.declaration?.open)
      .filter(
        (item) =>
          blocked.has(item.id) ||
          item.state === 'incomplete' ||
          (item.state === 'returned' && !isAnswered(item))
      )
      .map((item) => item.id)
  )
}

/** An online declaration that is still to be ticked. */
export function isUnticked({ state, declaration }: ItemView): boolean {
  return state === 'declared' && declaration !== null && declaration.declaredAt === null
}

const DONE: ReadonlySet<ItemState> = new Set([
  'ready',
  'locked',
  'accepted',
  'carried_over',
  'waived',
  'onsite',
  'declared',
])

export function isDone(item: ItemView): boolean {
  if (item.state === 'locked') return item.images.length > 0
  if (isUnticked(item)) return false
  return DONE.has(item.state) || isAnswered(item)
}

export type Section = 'required' | 'optional' | 'elsewhere' | 'others'

/** Where an item stands on the page: required first, what nobody asked for last. */
export function sectionOf(item: ItemView): Section {
  if (item.need === 'required' || item.need === 'declared' || item.state === 'returned') {
    return 'required'
  }
  if (item.need === 'optional') return 'optional'
  if (item.need === 'not_asked') {
    return item.wanted || item.images.length > 0 ? 'optional' : 'others'
  }
  return 'elsewhere'
}

export const SECTIONS: readonly Section[] = ['required', 'elsewhere', 'optional', 'others']

/** Scrolls to an item's card and puts the focus on its name. */
export function jumpTo(itemId: string) {
  const card = document.getElementById(`item-${itemId}`)
  if (!card) return
  card.scrollIntoView({ block: 'start' })
  document.getElementById(`name-${itemId}`)?.focus({ preventScroll: true })
}
