import { evaluate } from './condition.js'
import { leafSentence, list, type Leaf } from './condition_words.js'
import type {
  Condition,
  Facts,
  FactValue,
  Locale,
  ReleaseDocument,
  ReleaseMaterial,
} from './release.js'
import type { Need } from './checklist.js'

/** Why an item has its need: which comparisons settled it, and whether the region changed it. Plain data. */
export interface Why {
  need: Need
  /** The comparisons that made the condition true, with the fact's value at that time. */
  held: readonly Reason[]
  /** The region's override that changed the strength, if it did. */
  region: 'required' | 'optional' | null
}

export interface Reason {
  leaf: Leaf
  holds: boolean
  actual?: FactValue
}

/** What settled a need, from the facts that it was settled with. */
export function reasonsFor(
  release: ReleaseDocument,
  material: ReleaseMaterial,
  need: Need,
  asked: 'required' | 'optional' | null,
  facts: Facts
): Why {
  const changed = asked !== null && material.strength !== null && material.strength !== asked
  return {
    need,
    held:
      asked === null
        ? []
        : because(
            asked === 'required' ? material.requiredWhen : material.offeredWhen,
            true,
            facts,
            release
          ),
    region: changed ? material.strength : null,
  }
}

/** A smallest set of comparisons that makes `condition` come out as `outcome`, which it does. */
function because(
  condition: Condition,
  outcome: boolean,
  facts: Facts,
  release: ReleaseDocument
): Reason[] {
  if ('const' in condition) return []
  if ('not' in condition) return because(condition.not, !outcome, facts, release)
  if ('all' in condition || 'any' in condition) {
    const children = 'all' in condition ? condition.all : condition.any
    const needsEvery = 'all' in condition === outcome
    if (needsEvery) return children.flatMap((child) => because(child, outcome, facts, release))
    const one = children.find((child) => evaluate(child, facts, release.flags) === outcome)
    return one ? because(one, outcome, facts, release) : []
  }
  const actual = 'fact' in condition ? facts[condition.fact] : undefined
  return [{ leaf: condition, holds: outcome, ...(actual !== undefined && { actual }) }]
}

/** More than this is no longer an answer to "why me?". */
const MOST_REASONS = 3

/**
 * One short sentence for the candidate: "学历层次为本科,且学信网可查到该学历".
 * What is said first is what sets him apart: facts that hold, then the region's wish, then exclusions.
 */
export function explain(why: Why, release: ReleaseDocument, locale: Locale): string {
  const zh = locale === 'zh-CN'
  switch (why.need) {
    case 'not_asked':
      return zh ? '按您的报考信息不需要此项' : 'Your registration does not call for this'
    case 'declared':
      return zh ? '本考区以在线声明代替上传' : 'This region takes an online declaration instead'
    case 'carried_over':
      return zh
        ? '近年已在本考区审核通过,沿用原材料'
        : 'Approved here before; your earlier pictures are kept'
    case 'waived':
      return zh ? '近年已在本考区审核通过,本次免交' : 'Approved here before; not needed this time'
    case 'required':
    case 'optional':
      return capital(list(clauses(why, release, locale), locale))
  }
}

function clauses(why: Why, release: ReleaseDocument, locale: Locale): string[] {
  const zh = locale === 'zh-CN'
  const isFlag = ({ leaf }: Reason) => 'flag' in leaf
  const facts = why.held.filter((reason) => !isFlag(reason))
  const telling = facts.filter(({ holds }) => holds)
  const say = ({ leaf, holds, actual }: Reason) =>
    leafSentence(leaf, holds, release, locale, actual)

  const parts = telling.slice(0, MOST_REASONS).map(say)
  const byFlag = why.held.some((reason) => isFlag(reason) && reason.holds)
  if (byFlag || why.region !== null) {
    if (why.need === 'required') parts.push(zh ? '本考区要求' : 'this region asks for it')
    else parts.push(zh ? '本考区列为选交' : 'this region takes it if you have it')
  }
  if (parts.length === 0) parts.push(...facts.slice(0, MOST_REASONS).map(say))
  if (parts.length === 0) {
    parts.push(
      why.need === 'required'
        ? zh
          ? '所有考生都需要'
          : 'every candidate needs it'
        : zh
          ? '可按需补充'
          : 'you may add it if you wish'
    )
  }
  return parts
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
