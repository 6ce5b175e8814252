import { parseCondition } from '#app/core/condition'
import { conditionFaults } from '#app/core/condition_faults'
import { sentence, type Words } from '#app/core/condition_words'
import { claim, factName, valueName } from '#app/core/fact_words'
import { flagName } from '#app/core/flag_words'
import { regionFlags } from '#app/core/region_sections'
import { collectProblems, JsonReader, type DocumentProblem } from '#app/core/json_reader'
import type { Catalog, Condition, Flags, Locale } from '#app/core/release'

export const inLocales = (say: (locale: Locale) => string) => ({ zh: say('zh-CN'), en: say('en') })

/** A condition as one sentence in both languages. */
export function conditionSentence(condition: Condition, words: Words) {
  return inLocales((locale) => sentence(condition, words, locale))
}

/** All flags that the catalog's conditions read, off: what there is to choose from. */
function flagsOfCatalog(catalog: Catalog): Flags {
  return regionFlags(catalog, JsonReader.of({}, 'flags'))
}

/** What a condition is built from: facts with their values, flags with their kinds, all with their names. */
export function vocabulary(catalog: Catalog) {
  return {
    facts: catalog.facts.map(({ code, type, values, origin }) => ({
      code,
      origin,
      kind:
        type === 'bool' ? ('bool' as const) : type === 'int' ? ('int' as const) : ('enum' as const),
      name:
        type === 'bool'
          ? inLocales((locale) => claim(code, true, catalog, locale))
          : inLocales((locale) => factName(code, catalog, locale)),
      values: (values ?? []).map((value) => ({
        value,
        name: inLocales((locale) => valueName(code, value, catalog, locale)),
      })),
    })),
    flags: Object.entries(flagsOfCatalog(catalog)).map(([code, state]) => ({
      code,
      list: Array.isArray(state),
      name: inLocales((locale) => flagName(code, locale)),
    })),
  }
}

/** Reads a condition that somebody is building: its sentence, and what is wrong with it at which place. */
export function readCondition(json: unknown, catalog: Catalog) {
  const problems: DocumentProblem[] = []
  const { facts, categories } = catalog
  const parsed = collectProblems(problems, () =>
    parseCondition(json, { facts, flags: flagsOfCatalog(catalog), path: '' })
  )
  if (parsed) problems.push(...conditionFaults(parsed, { facts, categories, path: '' }))
  return {
    sentence: parsed ? conditionSentence(parsed, catalog) : null,
    problems: problems.map(({ path, reason }) => ({ path: path.replace(/^\./, ''), reason })),
  }
}
