import { flagName } from '#app/core/flag_words'
import { factName, valueName } from '#app/core/fact_words'
import { factOfFlag } from '#app/core/release_diff'
import { rolesOf } from '#app/core/workflow'
import type { Catalog, Locale } from '#app/core/release'
import type { OpenDraft } from '#app/catalog/queries/draft'
import { regionFlags } from '#app/core/region_sections'
import { JsonReader } from '#app/core/json_reader'
import type Season from '#app/regions/models/season'

const LEVELS = ['registration_point', 'point', 'region'] as const

/** What the editors of a draft's rules need: the document, and what there is to choose from. */
export function draftPage({ draft, catalog, problems, season }: OpenDraft & { season: Season }) {
  const { document } = draft
  const own = (document.own_materials ?? []).map(({ code, zh, en }) => {
    return { code, zh: String(zh), en: String(en) }
  })
  return {
    year: season.year,
    version: draft.version,
    updatedAt: draft.updatedAt,
    rules: {
      flags: document.flags ?? {},
      image_rules: document.image_rules ?? {},
      workflow: document.workflow ?? {},
      onsite: document.onsite ?? {},
      carry_over: document.carry_over ?? {},
      declaration: document.declaration ?? {},
      at_close: document.at_close ?? 'lapse',
      on_return_due: document.on_return_due ?? 'lapse',
      upload_grace_minutes: document.upload_grace_minutes ?? 10,
    },
    problems: problems.map(({ section, material, path, reason }) => {
      return { section, material, path, reason }
    }),
    flags: flagChoices(catalog),
    national: {
      formats: catalog.imageRules.formats,
      maxKb: catalog.imageRules.maxBytes / 1024,
      minShortSide: catalog.imageRules.minShortSide,
      requireColour: catalog.imageRules.requireColour,
      requireUpright: catalog.imageRules.requireUpright,
      acceptOriginalMaxMb: catalog.imageRules.acceptOriginalMaxMb,
    },
    roles: Object.fromEntries(LEVELS.map((level) => [level, rolesOf(level)])),
    materials: [...catalog.materials.map(({ code, zh, en }) => ({ code, zh, en })), ...own],
    facts: [
      ...catalog.facts
        .filter(({ origin }) => origin !== 'system')
        .map(({ code }) => ({ code, ...named((locale) => factName(code, catalog, locale)) })),
      { code: 'id_no', zh: '证件号码', en: 'ID number' },
      { code: 'institution', zh: '单位', en: 'institution' },
    ],
  }
}

/** Every flag that the catalog reads; a list has the values of its fact to choose from. */
function flagChoices(catalog: Catalog) {
  const off = regionFlags(catalog, JsonReader.of({}, 'flags'))
  return Object.entries(off).map(([name, value]) => {
    const code = typeof value === 'boolean' ? null : factOfFlag(catalog, name)
    const fact = catalog.facts.find((one) => one.code === code)
    return {
      name,
      ...named((locale) => flagName(name, locale)),
      values:
        typeof value === 'boolean'
          ? null
          : (fact?.values ?? []).map((one) => ({
              value: one,
              ...named((locale) => valueName(fact!.code, one, catalog, locale)),
            })),
    }
  })
}

function named(say: (locale: Locale) => string) {
  return { zh: say('zh-CN'), en: say('en') }
}
