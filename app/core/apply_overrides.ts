import { collectProblems, fail, type JsonReader, type DocumentProblem } from './json_reader.js'
import { ownMaterials } from './own_materials.js'
import {
  alternativeCodes,
  condition,
  imageOverride,
  longText,
  nameText,
  type CatalogReferences,
} from './parse_catalog.js'
import type { Catalog, Flags, Override, ReleaseMaterial } from './release.js'

const OPERATIONS = [
  'require',
  'required',
  'optional',
  'hide',
  'replace_with_online_declaration',
] as const

/**
 * The base materials with the region's overrides, and the region's own, in order; what is wrong with
 * them goes to `problems`.
 *
 * @param flags the region's; undefined where they could not be read
 */
export function applyOverrides(
  catalog: Catalog,
  region: JsonReader,
  flags: Flags | undefined,
  problems: DocumentProblem[]
): ReleaseMaterial[] {
  const base = catalog.materials.map(({ code }) => code)
  const without: CatalogReferences = {
    facts: catalog.facts,
    categories: catalog.categories,
    flags,
    reasons: catalog.reasons.map(({ code }) => code),
    materials: base,
  }
  const own = ownMaterials(region, without, problems)
  const known = { ...without, materials: [...base, ...own.map(({ code }) => code)] }
  const materials = new Map(catalog.materials.map((one) => [one.code, unchanged(one)]))
  const overrides = region.has('catalog_overrides')
    ? (collectProblems(problems, () => region.objects('catalog_overrides')) ?? [])
    : []
  for (const json of overrides) {
    collectProblems(problems, () => {
      json.onlyKeys(['code', 'op', 'set'])
      const material = materials.get(json.text('code'))
      if (!material) return fail(json.at('code'), `unknown material "${json.text('code')}"`)
      const strengthened = json.has('op')
        ? withOperation(material, json.oneOf('op', OPERATIONS))
        : material
      const changed = json.has('set')
        ? withFields(strengthened, json.object('set'), known)
        : strengthened
      materials.set(material.code, changed)
    })
  }
  const resolved = symmetric(
    [...materials.values(), ...own.map(unchanged)].sort(
      (a, b) => a.order - b.order || (a.code < b.code ? -1 : 1)
    )
  )
  problems.push(...materialProblems(resolved))
  return resolved
}

/** The materials as a region without overrides has them. */
export function plainMaterials(catalog: Catalog): ReleaseMaterial[] {
  return symmetric(catalog.materials.map(unchanged))
}

/** What forbids publishing a base catalog, beyond its shape. */
export function catalogProblems(catalog: Catalog): DocumentProblem[] {
  return materialProblems(plainMaterials(catalog))
}

function unchanged(material: Catalog['materials'][number]): ReleaseMaterial {
  return {
    ...material,
    strength: null,
    hidden: false,
    declaration: false,
    canReplace: [],
    stage: null,
  }
}

function withOperation(material: ReleaseMaterial, op: NonNullable<Override['op']>) {
  switch (op) {
    case 'require':
    case 'required':
      return { ...material, strength: 'required' as const }
    case 'optional':
      return { ...material, strength: 'optional' as const }
    case 'hide':
      return { ...material, hidden: true }
    case 'replace_with_online_declaration':
      return { ...material, declaration: true }
  }
}

type Field = (
  json: JsonReader,
  key: string,
  known: CatalogReferences,
  code: string
) => Partial<ReleaseMaterial>

/** What `set` may change. Codes, evidence and the grade of protection stay national. */
const FIELDS: Readonly<Record<string, Field>> = {
  zh: (json, key) => ({ zh: nameText(json, key) }),
  en: (json, key) => ({ en: nameText(json, key) }),
  guidance_zh: (json, key) => ({ guidanceZh: longText(json, key) }),
  guidance_en: (json, key) => ({ guidanceEn: longText(json, key) }),
  sample_zh: (json, key) => ({ sampleZh: longText(json, key) }),
  sample_en: (json, key) => ({ sampleEn: longText(json, key) }),
  note: (json, key) => ({ note: json.textOr(key, null) }),
  note_required: (json, key) => ({ noteRequired: json.bool(key) }),
  order: (json, key) => ({ order: json.int(key, 0, 100_000) }),
  min: (json, key) => ({ min: json.int(key, 0, 50) }),
  max: (json, key) => ({ max: json.int(key, 1, 50) }),
  slots: (json, key) => ({ places: json.texts(key) }),
  required_when: (json, key, known) => ({ requiredWhen: condition(json, key, known) }),
  offered_when: (json, key, known) => ({ offeredWhen: condition(json, key, known) }),
  return_reasons: (json, key, known) => ({ returnReasons: json.texts(key, known.reasons) }),
  alternatives: (json, key, known, code) => ({
    alternatives: alternativeCodes(json, key, code, known),
  }),
  can_replace: (json, key, known, code) => ({
    canReplace: Array.isArray(json.raw(key))
      ? alternativeCodes(json, key, code, known)
      : [json.oneOf(key, known.materials)],
  }),
  carry_over: (json, key) => ({ carryOver: json.bool(key) }),
  valid: (json, key) => ({ valid: json.text(key) }),
  stage: (json, key) => ({ stage: json.has(key) ? json.oneOf(key, ['after_onsite']) : null }),
  image_override: (json, key) => ({
    imageOverride: json.has(key) ? imageOverride(json.object(key)) : null,
  }),
}

function withFields(material: ReleaseMaterial, set: JsonReader, known: CatalogReferences) {
  set.onlyKeys(Object.keys(FIELDS))
  return set.keys.reduce(
    (changed, key) => ({ ...changed, ...FIELDS[key](set, key, known, material.code) }),
    material
  )
}

/** Alternatives are symmetric sets (DOMAIN.md §5): whoever is named names back, and the sets join. */
function symmetric(materials: ReleaseMaterial[]): ReleaseMaterial[] {
  const sets = new Map<string, Set<string>>()
  const setOf = (code: string) => sets.get(code) ?? new Set([code])
  for (const { code, alternatives } of materials) {
    for (const other of alternatives) {
      const joined = new Set([...setOf(code), ...setOf(other)])
      joined.forEach((member) => sets.set(member, joined))
    }
  }
  return materials.map((material) => ({
    ...material,
    alternatives: [...setOf(material.code)].filter((code) => code !== material.code).sort(),
  }))
}

function materialProblems(materials: readonly ReleaseMaterial[]): DocumentProblem[] {
  return materials.flatMap((material) => {
    const path = `materials.${material.code}`
    const problems: DocumentProblem[] = []
    if (material.min > material.max) {
      problems.push({ path: `${path}.min`, reason: `more than max (${material.max})` })
    }
    if (material.places.length > material.max) {
      problems.push({ path: `${path}.slots`, reason: `more than max (${material.max})` })
    }
    const stands = material.alternatives.length + material.canReplace.length > 0
    if (stands && material.min === 0) {
      problems.push({ path: `${path}.min`, reason: 'nothing cannot stand in for another material' })
    }
    return problems
  })
}
