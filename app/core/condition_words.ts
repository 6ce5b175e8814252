import type { Condition, FactDefinition, FactValue, Locale } from './release.js'
import { claim, factName, valueName, valuesUpwards } from './fact_words.js'
import { flagName } from './flag_words.js'

export interface Words {
  facts: readonly FactDefinition[]
  categories: readonly { id: string; zh: string; en: string }[]
}

/** A whole condition as one sentence part, for those who edit it ("学历层次为本科,且本考区要求"). */
export function sentence(condition: Condition, words: Words, locale: Locale): string {
  const zh = locale === 'zh-CN'
  if ('const' in condition) {
    return condition.const ? (zh ? '所有考生' : 'every candidate') : zh ? '不适用' : 'nobody'
  }
  if ('all' in condition) return joined(condition.all, words, locale, 'and')
  if ('any' in condition) return joined(condition.any, words, locale, 'or')
  if ('flag' in condition) return flagSentence(condition.flag, true, locale)
  if ('not' in condition) {
    const inner = condition.not
    if ('flag' in inner) return flagSentence(inner.flag, false, locale)
    if ('fact' in inner) return leafSentence(inner, false, words, locale)
    return zh
      ? `并非(${sentence(inner, words, locale)})`
      : `not (${sentence(inner, words, locale)})`
  }
  return leafSentence(condition, true, words, locale)
}

/** Those who edit a condition must see which switch it reads; candidates need not. */
function flagSentence(flag: string, on: boolean, locale: Locale): string {
  const name = flagName(flag, locale)
  if (locale === 'zh-CN') return `本考区${on ? '已' : '未'}设"${name}"`
  return on ? `this region has set "${name}"` : `this region has not set "${name}"`
}

function joined(
  parts: readonly Condition[],
  words: Words,
  locale: Locale,
  how: 'and' | 'or'
): string {
  const nested = (part: Condition) => ('all' in part || 'any' in part) && parts.length > 1
  return list(
    parts.map((part) => {
      const text = sentence(part, words, locale)
      return nested(part) ? `(${text})` : text
    }),
    locale,
    how
  )
}

/** 「甲,乙,且丙」 / "a, b and c". */
export function list(parts: readonly string[], locale: Locale, how: 'and' | 'or' = 'and'): string {
  if (parts.length < 2) return parts[0] ?? ''
  const head = parts.slice(0, -1)
  const last = parts[parts.length - 1]
  if (locale === 'en') return `${head.join(', ')} ${how} ${last}`
  return how === 'and' ? `${head.join(',')},且${last}` : `${head.join('、')}或${last}`
}

export type Leaf = Exclude<
  Condition,
  { const: boolean } | { all: unknown } | { any: unknown } | { not: unknown }
>

/** One comparison that holds (or does not), as a clause. `actual` is the fact's own value where it is known. */
export function leafSentence(
  leaf: Leaf,
  holds: boolean,
  words: Words,
  locale: Locale,
  actual?: FactValue
): string {
  const zh = locale === 'zh-CN'
  if ('flag' in leaf) {
    if (holds) return zh ? '本考区要求' : 'this region asks for it'
    return zh ? '本考区不要求' : 'this region does not ask for it'
  }
  const name = factName(leaf.fact, words, locale)
  if ('lt' in leaf || 'ge' in leaf) {
    const less = 'lt' in leaf === holds
    const edge = 'lt' in leaf ? leaf.lt : leaf.ge
    if (zh) return less ? `${name}不足${edge}` : `${name}达到${edge}`
    return `${name} is ${less ? 'under' : 'at least'} ${edge}`
  }
  if ('flag_list_has_fact' in leaf) {
    if (zh) return `${name}${holds ? '属于' : '不属于'}本考区免交范围`
    return `${name} is ${holds ? '' : 'not '}exempt in this region`
  }

  const wanted = 'eq' in leaf ? [leaf.eq] : leaf.in
  if (wanted.every((value) => typeof value === 'boolean')) {
    if (wanted.length !== 1) return claim(leaf.fact, true, words, locale)
    return claim(leaf.fact, wanted[0] === holds, words, locale)
  }
  const least = actual === undefined ? valuesUpwards(leaf.fact, wanted) : null
  if (least !== null) {
    const value = valueName(leaf.fact, least, words, locale)
    if (zh) return `${name}${holds ? '为' : '不是'}${value}及以上`
    return `${name} is ${holds ? '' : 'not '}${value} or higher`
  }
  const values = (holds && actual !== undefined ? [actual] : wanted).map((value) =>
    valueName(leaf.fact, value, words, locale)
  )
  if (zh) return `${name}${holds ? '为' : '不是'}${list(values, locale, 'or')}`
  return `${name} is ${holds ? '' : 'not '}${list(values, locale, 'or')}`
}
