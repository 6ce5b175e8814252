import type { Condition, FactDefinition, Facts, FactValue, Flags } from './release.js'

/** A condition that cannot be: `path` points into the JSON document, `reason` is for the person who edits it. */
export class ConditionError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string
  ) {
    super(`${path}: ${reason}`)
    this.name = 'ConditionError'
  }
}

export interface ConditionScope {
  facts: readonly FactDefinition[]
  /** The region's flags; without them any flag name is taken. */
  flags?: Flags
  /** Where the condition stands, for errors. */
  path: string
}

/** Deeper nesting is a mistake, or an attack on the stack by an imported file. */
const MAX_DEPTH = 12

/**
 * Reads the condition language from JSON and checks it against the facts and flags there are.
 *
 * @throws {ConditionError} unknown operator, fact, flag or value, or a value of the wrong type
 */
export function parseCondition(json: unknown, scope: ConditionScope): Condition {
  return parse(json, scope, scope.path, 0)
}

function parse(json: unknown, scope: ConditionScope, path: string, depth: number): Condition {
  if (depth > MAX_DEPTH) throw new ConditionError(path, `nested deeper than ${MAX_DEPTH}`)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new ConditionError(path, 'a condition is an object')
  }
  const node = json as Record<string, unknown>
  const shape = Object.keys(node).sort().join('+')
  const children = (key: string) => {
    const list = node[key]
    if (!Array.isArray(list)) throw new ConditionError(`${path}.${key}`, 'expects a list')
    return list.map((child, i) => parse(child, scope, `${path}.${key}[${i}]`, depth + 1))
  }

  switch (shape) {
    case 'const':
      if (typeof node.const !== 'boolean') {
        throw new ConditionError(`${path}.const`, 'expects true or false')
      }
      return { const: node.const }
    case 'all':
      return { all: children('all') }
    case 'any':
      return { any: children('any') }
    case 'not':
      return { not: parse(node.not, scope, `${path}.not`, depth + 1) }
    case 'flag':
      return { flag: flagNamed(node.flag, 'boolean', scope, `${path}.flag`) }
    case 'fact+flag_list_has_fact':
      return {
        flag_list_has_fact: flagNamed(
          node.flag_list_has_fact,
          'list',
          scope,
          `${path}.flag_list_has_fact`
        ),
        fact: factNamed(node.fact, scope, `${path}.fact`).code,
      }
    case 'eq+fact': {
      const fact = factNamed(node.fact, scope, `${path}.fact`)
      return { fact: fact.code, eq: valueOf(fact, node.eq, `${path}.eq`) }
    }
    case 'fact+in': {
      const fact = factNamed(node.fact, scope, `${path}.fact`)
      if (!Array.isArray(node.in)) throw new ConditionError(`${path}.in`, 'expects a list')
      return { fact: fact.code, in: node.in.map((v, i) => valueOf(fact, v, `${path}.in[${i}]`)) }
    }
    case 'fact+lt':
      return {
        fact: intNamed(node.fact, scope, `${path}.fact`),
        lt: bound(node.lt, `${path}.lt`),
      }
    case 'fact+ge':
      return {
        fact: intNamed(node.fact, scope, `${path}.fact`),
        ge: bound(node.ge, `${path}.ge`),
      }
    default:
      throw new ConditionError(path, `no such condition: ${shape || '{}'}`)
  }
}

function factNamed(code: unknown, scope: ConditionScope, path: string): FactDefinition {
  const fact = scope.facts.find((one) => one.code === code)
  if (!fact) throw new ConditionError(path, `unknown fact ${JSON.stringify(code)}`)
  return fact
}

function intNamed(code: unknown, scope: ConditionScope, path: string): string {
  const fact = factNamed(code, scope, path)
  if (fact.type !== 'int') throw new ConditionError(path, `${fact.code} is not a number`)
  return fact.code
}

function bound(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ConditionError(path, 'expects a number')
  }
  return value
}

function flagNamed(
  name: unknown,
  kind: 'boolean' | 'list',
  scope: ConditionScope,
  path: string
): string {
  if (typeof name !== 'string' || name === '') throw new ConditionError(path, 'expects a flag name')
  if (!scope.flags) return name
  if (!Object.hasOwn(scope.flags, name)) throw new ConditionError(path, `unknown flag "${name}"`)
  if ((kind === 'list') !== Array.isArray(scope.flags[name])) {
    throw new ConditionError(path, `flag "${name}" is not a ${kind}`)
  }
  return name
}

function valueOf(fact: FactDefinition, value: unknown, path: string): FactValue {
  const problem = valueProblem(fact, value)
  if (problem) throw new ConditionError(path, problem)
  return value as FactValue
}

/** Why `value` cannot be a value of this fact; null when it can. */
export function valueProblem(fact: FactDefinition, value: unknown): string | null {
  if (fact.type === 'bool') return typeof value === 'boolean' ? null : 'expects true or false'
  if (fact.type === 'int') return Number.isSafeInteger(value) ? null : 'expects a whole number'
  if (typeof value !== 'string') return 'expects a text'
  if (fact.values && !fact.values.includes(value)) {
    return `"${value}" is not a value of ${fact.code}`
  }
  return null
}

/**
 * Every comparison with an unknown fact is false, so `not` of it is true (DOMAIN.md §5).
 * A flag that a region does not name is off.
 */
export function evaluate(condition: Condition, facts: Facts, flags: Flags): boolean {
  if ('const' in condition) return condition.const
  if ('all' in condition) return condition.all.every((child) => evaluate(child, facts, flags))
  if ('any' in condition) return condition.any.some((child) => evaluate(child, facts, flags))
  if ('not' in condition) return !evaluate(condition.not, facts, flags)
  if ('flag' in condition) return flags[condition.flag] === true
  const value = facts[condition.fact]
  if (value === undefined) return false
  return compare(condition, value, flags)
}

type Comparison = Extract<Condition, { fact: string }>

function compare(condition: Comparison, value: FactValue, flags: Flags): boolean {
  if ('eq' in condition) return value === condition.eq
  if ('in' in condition) return condition.in.includes(value)
  if ('lt' in condition) return typeof value === 'number' && value < condition.lt
  if ('ge' in condition) return typeof value === 'number' && value >= condition.ge
  const list = flags[condition.flag_list_has_fact]
  return Array.isArray(list) && list.includes(value)
}

/**
 * Kleene's three-valued logic: true or false when the answer stands whatever the unknown facts are,
 * null when it may depend on them.
 */
export function evaluatePartial(
  condition: Condition,
  facts: Facts,
  flags: Flags,
  isUnknown: (fact: string) => boolean = (fact) => facts[fact] === undefined
): boolean | null {
  if ('all' in condition) {
    const parts = condition.all.map((child) => evaluatePartial(child, facts, flags, isUnknown))
    return parts.includes(false) ? false : parts.includes(null) ? null : true
  }
  if ('any' in condition) {
    const parts = condition.any.map((child) => evaluatePartial(child, facts, flags, isUnknown))
    return parts.includes(true) ? true : parts.includes(null) ? null : false
  }
  if ('not' in condition) {
    const inner = evaluatePartial(condition.not, facts, flags, isUnknown)
    return inner === null ? null : !inner
  }
  if ('fact' in condition && isUnknown(condition.fact)) return null
  return evaluate(condition, facts, flags)
}

/** The facts that a condition reads. */
export function factsOf(condition: Condition): ReadonlySet<string> {
  const codes = new Set<string>()
  visit(condition, (leaf) => {
    if ('fact' in leaf) codes.add(leaf.fact)
  })
  return codes
}

/** The flags that a condition reads, and whether each is a switch or a list of values. */
export function flagsOf(condition: Condition): ReadonlyMap<string, 'boolean' | 'list'> {
  const flags = new Map<string, 'boolean' | 'list'>()
  visit(condition, (leaf) => {
    if ('flag' in leaf) flags.set(leaf.flag, 'boolean')
    if ('flag_list_has_fact' in leaf) flags.set(leaf.flag_list_has_fact, 'list')
  })
  return flags
}

function visit(condition: Condition, see: (leaf: Condition) => void): void {
  if ('all' in condition) condition.all.forEach((child) => visit(child, see))
  else if ('any' in condition) condition.any.forEach((child) => visit(child, see))
  else if ('not' in condition) visit(condition.not, see)
  else see(condition)
}

export { sentence } from './condition_words.js'
