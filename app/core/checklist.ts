import { evaluate, evaluatePartial, factsOf } from './condition.js'
import { reasonsFor, type Why } from './explain.js'
import type {
  CategoryDefinition,
  FactDefinition,
  Facts,
  FactValue,
  ReleaseDocument,
  ReleaseMaterial,
} from './release.js'

export { explain, type Why } from './explain.js'

export type Need = 'required' | 'optional' | 'not_asked' | 'carried_over' | 'waived' | 'declared'

export interface ChecklistItem {
  material: ReleaseMaterial
  need: Need
  why: Why
  /** Codes of materials that satisfy this one; having one of them is enough. */
  alternatives: readonly string[]
  min: number
  max: number
  places: readonly string[]
}

/**
 * The items that a registration gets from its season's release, in the materials' order, hidden ones left out (DOMAIN.md §5).
 * Unanswered yes-or-no questions of the wizard count as "no"; every comparison with another unknown fact is false.
 */
export function checklist(release: ReleaseDocument, facts: Facts): ChecklistItem[] {
  const known = answered(release, expandFacts(release, facts))
  return listed(release).map(({ material, alternatives }) => {
    const { need, asked } = needOf(release, material, known)
    return {
      material,
      need,
      why: reasonsFor(release, material, need, asked, known),
      alternatives,
      min: material.min,
      max: material.max,
      places: material.places,
    }
  })
}

type Listed = Pick<ChecklistItem, 'material' | 'alternatives'>

/** Of each release, which never changes: what is the same for every registration. */
const listedOf = new WeakMap<ReleaseDocument, readonly Listed[]>()

function listed(release: ReleaseDocument): readonly Listed[] {
  const known = listedOf.get(release)
  if (known) return known
  const list = release.materials
    .filter((material) => !material.hidden)
    .sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1))
    .map((material) => ({ material, alternatives: alternativesTo(release, material) }))
  listedOf.set(release, list)
  return list
}

/** The order of steps is DOMAIN.md §5's: conditions, then the region's override, then carry-over. */
function needOf(
  release: ReleaseDocument,
  material: ReleaseMaterial,
  facts: Facts
): { need: Need; asked: 'required' | 'optional' | null } {
  if (material.declaration) return { need: 'declared', asked: null }
  const asked = evaluate(material.requiredWhen, facts, release.flags)
    ? 'required'
    : evaluate(material.offeredWhen, facts, release.flags)
      ? 'optional'
      : null
  if (asked === null) return { need: 'not_asked', asked }
  const strength = material.strength ?? asked
  const { enabled, lockedExcept } = release.carryOver
  const keeps = enabled && facts.approved_before_here === true
  if (strength === 'required' && keeps && !lockedExcept.includes(material.code)) {
    return { need: material.carryOver ? 'carried_over' : 'waived', asked }
  }
  return { need: strength, asked }
}

function alternativesTo(release: ReleaseDocument, material: ReleaseMaterial): readonly string[] {
  return release.materials
    .filter(
      (other) =>
        other.code !== material.code &&
        !other.hidden &&
        !other.declaration &&
        (material.alternatives.includes(other.code) ||
          other.alternatives.includes(material.code) ||
          other.canReplace.includes(material.code))
    )
    .map(({ code }) => code)
}

interface FactSource {
  categories: readonly CategoryDefinition[]
}

/** Adds what the exam category says: route, stream and level. */
export function expandFacts(catalog: FactSource, facts: Facts): Facts {
  const category = catalog.categories.find(({ id }) => id === facts.category)
  if (!category) return facts
  const { route, stream, level } = category
  return { ...facts, route, stream, level }
}

/** A yes-or-no question that the candidate has not answered counts as "no". */
function answered(release: ReleaseDocument, facts: Facts): Facts {
  const filled: Record<string, FactValue | undefined> = { ...facts }
  for (const { code, type, origin } of release.facts) {
    if (origin === 'wizard' && type === 'bool' && filled[code] === undefined) filled[code] = false
  }
  return filled
}

/**
 * The questions worth asking: wizard facts that are unknown and whose answer could change the need of an item,
 * given what is known and whatever the other open questions are answered.
 */
export function missingWizardFacts(release: ReleaseDocument, facts: Facts): FactDefinition[] {
  const known = expandFacts(release, facts)
  const open = new Map(
    release.facts
      .filter(({ code, origin }) => origin === 'wizard' && known[code] === undefined)
      .map((fact) => [fact.code, fact])
  )
  const missing = new Set<string>()
  for (const material of release.materials) {
    if (material.hidden || material.declaration) continue
    openFactsThatMatter(release, material, known, open).forEach((code) => missing.add(code))
  }
  return [...open.values()].filter(({ code }) => missing.has(code))
}

function openFactsThatMatter(
  release: ReleaseDocument,
  material: ReleaseMaterial,
  known: Facts,
  open: ReadonlyMap<string, FactDefinition>
): string[] {
  const isOpen = (code: string) => open.has(code)
  const conditions = [material.requiredWhen, material.offeredWhen]
  const undecided = conditions.filter(
    (one) => evaluatePartial(one, known, release.flags, isOpen) === null
  )
  const questions = [...new Set(undecided.flatMap((one) => [...factsOf(one)]))].filter(isOpen)
  const need = (answers: Facts) => needOf(release, material, { ...known, ...answers }).need

  return questions.filter((code) => {
    const others = questions.filter((other) => other !== code).map((other) => open.get(other)!)
    return everyAnswer(others).some((rest) => {
      const needs = answersTo(open.get(code)!).map((value) => need({ ...rest, [code]: value }))
      return needs.some((one) => one !== needs[0])
    })
  })
}

/** Whole numbers are not asked by the wizard; an unknown one stays unknown. */
function answersTo(fact: FactDefinition): readonly (FactValue | undefined)[] {
  if (fact.type === 'bool') return [false, true]
  return [undefined, ...(fact.values ?? [])]
}

function everyAnswer(facts: readonly FactDefinition[]): Facts[] {
  return facts.reduce<Facts[]>(
    (answers, fact) =>
      answers.flatMap((one) => answersTo(fact).map((value) => ({ ...one, [fact.code]: value }))),
    [{}]
  )
}
