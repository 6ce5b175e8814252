import { evaluatePartial, factsOf } from './condition.js'
import type { DocumentProblem } from './json_reader.js'
import type { CategoryDefinition, Condition, FactDefinition, Facts, FactValue } from './release.js'

interface FaultScope {
  facts: readonly FactDefinition[]
  /** With them, route, stream and level are those that one category has. */
  categories?: readonly CategoryDefinition[]
  /** Where the condition stands, for the problems. */
  path: string
}

/** Sets of answers tried before a condition counts as possible: an imported file must not cost more. */
const MOST_TRIES = 20_000
const FROM_CATEGORY = ['route', 'stream', 'level'] as const

/**
 * What no registration can ever fulfil, in a condition that was parsed: parts that exclude each other,
 * groups and lists without content. Each with the place of the smallest part that is impossible.
 * A plain `{"const": false}` says "never" on purpose and is none.
 */
export function conditionFaults(condition: Condition, scope: FaultScope): DocumentProblem[] {
  return faults(condition, scope.path, scope)
}

function faults(node: Condition, path: string, scope: FaultScope): DocumentProblem[] {
  if ('const' in node) return []
  if ('not' in node) return faults(node.not, `${path}.not`, scope)
  if ('in' in node && node.in.length === 0) {
    return [{ path: `${path}.in`, reason: 'expects at least one value' }]
  }
  if (!('all' in node || 'any' in node)) return []

  const key = 'all' in node ? 'all' : 'any'
  const parts = 'all' in node ? node.all : node.any
  if (parts.length === 0) {
    return [{ path: `${path}.${key}`, reason: 'expects at least one condition' }]
  }
  const inside = parts.flatMap((part, i) => faults(part, `${path}.${key}[${i}]`, scope))
  if (inside.length > 0 || possible(node, scope)) return inside
  return [clash(parts, key, path, scope)]
}

/** The first pair that cannot hold together is what the editor should look at. */
function clash(
  parts: readonly Condition[],
  key: 'all' | 'any',
  path: string,
  scope: FaultScope
): DocumentProblem {
  for (const [j, second] of parts.entries()) {
    for (const [i, first] of parts.slice(0, j).entries()) {
      if (key === 'all' && !possible({ all: [first, second] }, scope)) {
        return {
          path: `${path}.${key}[${j}]`,
          reason: `can never hold together with part ${i + 1}`,
        }
      }
    }
  }
  return { path, reason: 'can never hold' }
}

/** Whether some registration, in some region, fulfils the condition. */
function possible(condition: Condition, scope: FaultScope): boolean {
  const plain = withoutFlags(condition)
  const variables = variablesOf(plain, condition, scope)
  let tries = 0
  const search = (at: number, known: Facts): boolean => {
    if (++tries > MOST_TRIES) return true
    const settled = evaluatePartial(plain, known, {}, (code) => !Object.hasOwn(known, code))
    if (settled !== null) return settled
    return variables[at]?.some((values) => search(at + 1, { ...known, ...values })) ?? false
  }
  return search(0, {})
}

/** A flag may be on or off: for this question it is a fact like any other. */
function withoutFlags(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(withoutFlags) }
  if ('any' in condition) return { any: condition.any.map(withoutFlags) }
  if ('not' in condition) return { not: withoutFlags(condition.not) }
  if ('flag' in condition) return { fact: flagVariable(condition.flag), eq: true }
  if ('flag_list_has_fact' in condition) {
    return { fact: flagVariable(`${condition.flag_list_has_fact} ${condition.fact}`), eq: true }
  }
  return condition
}

/** No fact's code has a space. */
const flagVariable = (name: string) => `flag ${name}`

/** For each unknown the values that it may take, as facts. */
function variablesOf(plain: Condition, original: Condition, scope: FaultScope): Facts[][] {
  const codes = [...factsOf(plain)]
  const categories = scope.categories ?? []
  const bound = (code: string) =>
    categories.length > 0 && (code === 'category' || FROM_CATEGORY.some((one) => one === code))
  const free = codes.filter((code) => !bound(code))
  const variables = free.map((code) =>
    valuesOf(code, original, scope).map((value) => ({ [code]: value }))
  )
  if (free.length === codes.length) return variables
  return [...variables, categories.map(factsOfCategory)]
}

function factsOfCategory({ id, route, stream, level }: CategoryDefinition): Facts {
  return { category: id, route, stream, level }
}

function valuesOf(code: string, condition: Condition, { facts }: FaultScope): FactValue[] {
  const fact = facts.find((one) => one.code === code)
  if (!fact || fact.type === 'bool') return [true, false]
  if (fact.values) return [...fact.values]
  const edges = constantsOf(code, condition)
  if (fact.type !== 'int') return [...edges, '']
  return [...new Set(edges.map(Number).flatMap((edge) => [edge - 1, edge, edge + 1]))]
}

function constantsOf(code: string, node: Condition): FactValue[] {
  if ('all' in node) return node.all.flatMap((part) => constantsOf(code, part))
  if ('any' in node) return node.any.flatMap((part) => constantsOf(code, part))
  if ('not' in node) return constantsOf(code, node.not)
  if (!('fact' in node) || node.fact !== code) return []
  if ('eq' in node) return [node.eq]
  if ('in' in node) return [...node.in]
  if ('lt' in node) return [node.lt]
  return 'ge' in node ? [node.ge] : []
}
