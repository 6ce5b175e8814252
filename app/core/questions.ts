import { checklist, missingWizardFacts, type Need } from './checklist.js'
import type {
  FactDefinition,
  Facts,
  FactValue,
  ReleaseDocument,
  ReleaseMaterial,
} from './release.js'

export interface Question {
  fact: FactDefinition
  /** Null while it is open. */
  answer: FactValue | null
}

/**
 * What the candidate is asked (DOMAIN.md §5): facts that only he knows and that could change an
 * item's need for him, given everything else that is known. An answered question stays for as long
 * as another answer would make a difference.
 *
 * @param registered what is known beside his answers, the category included; it wins over them
 */
export function questionsFor(
  release: ReleaseDocument,
  registered: Facts,
  answers: Facts
): Question[] {
  const known = { ...answers, ...registered }
  const open = codesOf(missingWizardFacts(release, known))
  return release.facts.flatMap((fact): Question[] => {
    const { code, origin } = fact
    if (origin !== 'wizard' || registered[code] !== undefined) return []
    const answer = answers[code]
    if (answer === undefined) return open.has(code) ? [{ fact, answer: null }] : []
    const unsaid = missingWizardFacts(release, { ...known, [code]: undefined })
    return codesOf(unsaid).has(code) ? [{ fact, answer }] : []
  })
}

function codesOf(facts: readonly FactDefinition[]): ReadonlySet<string> {
  return new Set(facts.map(({ code }) => code))
}

/** The first of the answers that is none of its question's choices, or answers no question. */
export function unfitAnswer(
  release: ReleaseDocument,
  answers: Readonly<Record<string, unknown>>
): string | null {
  const wizard = new Map(
    release.facts.filter(({ origin }) => origin === 'wizard').map((fact) => [fact.code, fact])
  )
  const fits = ([code, value]: [string, unknown]) => {
    const fact = wizard.get(code)
    if (fact?.type === 'bool') return typeof value === 'boolean'
    return fact?.type === 'enum' && typeof value === 'string' && fact.values!.includes(value)
  }
  return Object.entries(answers).find((answer) => !fits(answer))?.[0] ?? null
}

export interface NeedChange {
  material: ReleaseMaterial
  from: Need
  to: Need
}

/** What another set of facts changes in the checklist, in the materials' order. */
export function needChanges(release: ReleaseDocument, before: Facts, after: Facts): NeedChange[] {
  const was = checklist(release, before)
  return checklist(release, after)
    .map(({ material, need }, at) => ({ material, from: was[at].need, to: need }))
    .filter(({ from, to }) => from !== to)
}
