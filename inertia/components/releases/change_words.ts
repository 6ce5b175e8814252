import { bi, t } from '~/composables/use_text'
import type { DossierCounts, DraftSummary, ReleaseChangeView } from '~/types/releases'
import type { DossierState } from '~/types/regions'

/** What a difference is about: "居民身份证 · 最多张数". */
export function subjectOf({ subject, field }: ReleaseChangeView): string {
  return [subject && bi(subject), field && bi(field)].filter(Boolean).join(' · ')
}

/** The whole difference in one line, for lists. */
export function inOneLine(change: ReleaseChangeView): string {
  const about = subjectOf(change)
  if (change.kind !== 'changed') return `${about} ${t(`releases.change.${change.kind}`)}`
  const [before, after] = [short(bi(change.before)), short(bi(change.after))]
  return t('releases.change.from_to', { about, before, after })
}

const LONGEST = 40

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Names of what a draft changes that cannot be read as a whole. */
export function piecesOf({ pieces }: DraftSummary): string {
  const names = pieces.map(({ section, material }) =>
    [t(`releases.sections.${section}`), material].filter(Boolean).join(' ')
  )
  return [...new Set(names)].join(', ')
}

const ORDER: readonly DossierState[] = [
  ...(['draft', 'submitted', 'in_review', 'returned', 'held'] as const),
  ...(['approved', 'ineligible', 'withdrawn', 'lapsed'] as const),
]

/** States that have dossiers, in the order of their way. */
export function countsOf(
  counts: DossierCounts
): { state: DossierState; n: number; name: string }[] {
  return ORDER.flatMap((state) => {
    const n = counts[state] ?? 0
    return n === 0 ? [] : [{ state, n, name: t(`releases.states.${state}`) }]
  })
}
