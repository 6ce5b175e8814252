import type { Json } from '#app/core/material_json'
import type { Catalog, Condition } from '#app/core/release'
import { inBoth, type Bilingual } from '#app/shared/wording'
import { conditionSentence } from './condition_words.js'

const CONDITIONS = new Set(['required_when', 'offered_when'])
const TOLD_BY_CODE = new Set(['valid', 'sensitive', 'group', 'machine_readable', 'stage'])

/** The value of a material's field as people read it; null where there is none. */
export function fieldWords(key: string, value: unknown, catalog: Catalog): Bilingual | null {
  if (value === null || value === undefined || value === '') return null
  if (CONDITIONS.has(key)) return conditionSentence(value as Condition, catalog)
  if (typeof value === 'boolean') return inBoth(`catalog.values.${value ? 'yes' : 'no'}`)
  if (TOLD_BY_CODE.has(key)) return inBoth(`catalog.values.${key}.${String(value)}`)
  if (key === 'image_override') return pictureRule(value as Json)
  if (key === 'slots') return joined((value as string[]).map((code) => inBoth(`places.${code}`)))
  if (key === 'return_reasons') return reasons(value as string[], catalog)
  if (key === 'samples') return inBoth('catalog.values.pictures', { n: (value as []).length })
  if (Array.isArray(value)) return joined(value.map((code) => materialName(String(code), catalog)))
  return { zh: String(value), en: String(value) }
}

export function materialName(code: string, catalog: Catalog): Bilingual {
  const material = catalog.materials.find((one) => one.code === code)
  return material ? { zh: material.zh, en: material.en } : { zh: code, en: code }
}

/** Long lists of reasons say nothing as a whole: their number, and what was asked for is in the form. */
function reasons(codes: readonly string[], catalog: Catalog): Bilingual | null {
  const texts = codes.flatMap((code) => catalog.reasons.filter((one) => one.code === code))
  if (texts.length === 0) return null
  if (texts.length <= 3) return joined(texts.map(({ zh, en }) => ({ zh, en })))
  return inBoth('catalog.values.reasons', { n: texts.length })
}

function pictureRule(rule: Json): Bilingual | null {
  const sides = rule.min_px as readonly number[] | undefined
  const parts = [
    Array.isArray(rule.formats) && { zh: rule.formats.join('/'), en: rule.formats.join('/') },
    rule.max_kb !== undefined && { zh: `≤ ${rule.max_kb} KB`, en: `≤ ${rule.max_kb} KB` },
    sides && { zh: `≥ ${sides.join('×')} px`, en: `≥ ${sides.join('×')} px` },
  ].filter((part) => part !== false && part !== undefined)
  return joined(parts as Bilingual[])
}

function joined(parts: readonly Bilingual[]): Bilingual | null {
  if (parts.length === 0) return null
  return {
    zh: parts.map(({ zh }) => zh).join('、'),
    en: parts.map(({ zh, en }) => en ?? zh).join(', '),
  }
}
