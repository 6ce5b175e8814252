import type { ConditionJson, Vocabulary } from '~/types/catalog'

export type Group = { all: ConditionJson[] } | { any: ConditionJson[] }
export type Leaf = Extract<ConditionJson, { fact: string } | { flag: string }>
export type Fact = Vocabulary['facts'][number]
export type Operator = 'eq' | 'in' | 'lt' | 'ge' | 'listed'

export function isGroup(condition: ConditionJson): condition is Group {
  return 'all' in condition || 'any' in condition
}

export function partsOf(group: Group): ConditionJson[] {
  return 'all' in group ? group.all : group.any
}

export function withParts(group: Group, parts: ConditionJson[]): Group {
  return 'all' in group ? { all: parts } : { any: parts }
}

/** A condition as a list to build on; a single one becomes the first of its list. */
export function asGroup(condition: ConditionJson): Group {
  if (isGroup(condition)) return condition
  return { all: 'const' in condition ? [] : [condition] }
}

/** A list of one is that one, so that what nobody changed stays as it was. */
export function plain(group: Group): ConditionJson {
  const parts = partsOf(group)
  return parts.length === 1 ? parts[0]! : group
}

/** The first comparison that a fact allows. */
export function firstLeaf(fact: Fact): Leaf {
  if (fact.kind === 'bool') return { fact: fact.code, eq: true }
  if (fact.kind === 'int') return { fact: fact.code, ge: 1 }
  return { fact: fact.code, in: [] }
}

export function operatorOf(leaf: Leaf): Operator | null {
  if ('flag_list_has_fact' in leaf) return 'listed'
  if (!('fact' in leaf)) return null
  if ('eq' in leaf) return 'eq'
  if ('in' in leaf) return 'in'
  return 'lt' in leaf ? 'lt' : 'ge'
}

/** The comparisons that fit a fact, the usual one first. */
export function operatorsFor(fact: Fact, lists: readonly { code: string }[]): Operator[] {
  if (fact.kind === 'bool') return ['eq']
  if (fact.kind === 'int') return ['ge', 'lt', 'eq']
  return lists.length > 0 ? ['in', 'eq', 'listed'] : ['in', 'eq']
}

/** The same fact compared in another way; what was chosen is kept where it fits. */
export function withOperator(leaf: Leaf, operator: Operator, fact: Fact, list: string): Leaf {
  const values = valuesOf(leaf)
  switch (operator) {
    case 'eq':
      return { fact: fact.code, eq: values[0] ?? (fact.kind === 'int' ? 1 : fact.values[0]!.value) }
    case 'in':
      return { fact: fact.code, in: values }
    case 'listed':
      return { flag_list_has_fact: list, fact: fact.code }
    case 'lt':
      return { fact: fact.code, lt: Number(values[0] ?? 1) }
    case 'ge':
      return { fact: fact.code, ge: Number(values[0] ?? 1) }
  }
}

export function valuesOf(leaf: Leaf): (string | number | boolean)[] {
  if ('eq' in leaf) return [leaf.eq]
  if ('in' in leaf) return leaf.in
  if ('lt' in leaf) return [leaf.lt]
  return 'ge' in leaf ? [leaf.ge] : []
}

/** A copy of the list with one part replaced, moved or, without a new one, removed. */
export function replacedAt<T>(list: readonly T[], at: number, ...now: T[]): T[] {
  return [...list.slice(0, at), ...now, ...list.slice(at + 1)]
}
