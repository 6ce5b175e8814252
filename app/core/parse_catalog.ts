import { parseCondition } from './condition.js'
import { conditionFaults } from './condition_faults.js'
import { NATIONAL_MAX_BYTES } from './image_rules.js'
import { fail, JsonReader, ReleaseError } from './json_reader.js'
import type {
  BaseMaterial,
  Catalog,
  CategoryDefinition,
  Condition,
  FactDefinition,
  Flags,
  ImageOverride,
  ImageRules,
  ReturnReason,
  SamplePicture,
} from './release.js'

const IMAGE_FORMATS = ['jpg', 'jpeg', 'png'] as const

/**
 * Reads the national base catalog from its JSON document (snake_case keys, `catalog.json`).
 *
 * @throws {ReleaseError} shape, duplicate codes, references to what the catalog does not have
 * @throws {ConditionError} a condition that names an unknown fact or value
 */
export function parseCatalog(json: unknown): Catalog {
  const root = JsonReader.of(json, '')
  const categories = root.objects('categories').map((one) => ({
    id: one.text('id'),
    code: one.textOr('code', null),
    zh: one.text('zh'),
    en: one.text('en'),
    level: one.text('level'),
    stream: one.text('stream'),
    route: one.text('route'),
  }))
  const categoryIds = categories.map(({ id }) => id)
  const facts = root.objects('applicant_facts').map((one) => factDefinition(one, categoryIds))
  const reasons = root.objects('return_reasons').map(returnReason)
  const references: CatalogReferences = {
    facts,
    categories,
    reasons: reasons.map(({ code }) => code),
    materials: root.objects('materials').map((one) => one.text('code')),
  }
  const materials = root.objects('materials').map((one) => baseMaterial(one, references))

  unique(categoryIds, 'categories')
  unique(
    facts.map(({ code }) => code),
    'applicant_facts'
  )
  unique(references.reasons, 'return_reasons')
  unique(references.materials, 'materials')
  return {
    version: root.object('meta').text('version'),
    facts,
    categories,
    reasons,
    materials,
    imageRules: nationalImageRules(root.object('image_rules_default')),
  }
}

/** Longest names and texts, in characters. */
const NAME = 100
const TEXT = 2000

export interface CatalogReferences {
  facts: readonly FactDefinition[]
  categories: readonly CategoryDefinition[]
  /** The region's flags; without them a condition may name any. */
  flags?: Flags
  reasons: readonly string[]
  materials: readonly string[]
}

function unique(codes: readonly string[], path: string): void {
  const twice = codes.find((code, i) => codes.indexOf(code) !== i)
  if (twice !== undefined) fail(path, `"${twice}" stands twice`)
}

function factDefinition(json: JsonReader, categoryIds: readonly string[]): FactDefinition {
  const type = json.oneOf('type', ['enum', 'bool', 'int', 'derived'])
  const values =
    json.raw('values') === 'categories[].id'
      ? categoryIds
      : json.has('values')
        ? json.texts('values')
        : undefined
  return {
    code: json.text('code'),
    type,
    ...(values && { values }),
    zh: json.text('zh'),
    en: json.text('en'),
    origin: json.oneOf('origin', ['registration', 'wizard', 'category', 'system']),
  }
}

function returnReason(json: JsonReader): ReturnReason {
  return {
    code: json.text('code'),
    group: json.text('group'),
    zh: json.text('zh'),
    en: json.text('en'),
    fixZh: json.text('fix_zh'),
    fixEn: json.text('fix_en'),
    effect: json.oneOf('effect', ['fix', 'onsite', 'info', 'escalate', 'final']),
  }
}

/** One material in the catalog's shape. */
export function baseMaterial(json: JsonReader, known: CatalogReferences): BaseMaterial {
  return {
    code: json.text('code'),
    group: json.text('group'),
    order: json.int('order', 0, 100_000),
    zh: nameText(json, 'zh'),
    en: nameText(json, 'en'),
    min: json.int('min', 0, 50),
    max: json.int('max', 1, 50),
    requiredWhen: condition(json, 'required_when', known),
    offeredWhen: condition(json, 'offered_when', known),
    guidanceZh: longText(json, 'guidance_zh'),
    guidanceEn: longText(json, 'guidance_en'),
    sampleZh: longText(json, 'sample_zh'),
    sampleEn: longText(json, 'sample_en'),
    returnReasons: json.texts('return_reasons', known.reasons),
    places: json.texts('slots'),
    alternatives: alternativeCodes(json, 'alternatives', json.text('code'), known),
    sensitive: json.oneOf('sensitive', ['normal', 'sensitive_pi', 'restricted']),
    carryOver: json.bool('carry_over'),
    valid: json.text('valid'),
    regionFlag: json.textOr('region_flag', null),
    machineReadable: json.has('machine_readable') ? json.oneOf('machine_readable', ['qr']) : null,
    imageOverride: json.has('image_override') ? imageOverride(json.object('image_override')) : null,
    note: json.textOr('note', null),
    noteRequired: json.bool('note_required', false),
    ...(json.has('samples') && { samples: json.objects('samples').map(samplePicture) }),
    evidence: json.texts('evidence'),
  }
}

function samplePicture(json: JsonReader): SamplePicture {
  json.onlyKeys(['file', 'place'])
  const file = json.text('file')
  if (!/^[0-9a-f-]{36}\.jpg$/.test(file)) fail(json.at('file'), 'is not known here')
  return { file, place: json.textOr('place', null) }
}

export function condition(json: JsonReader, key: string, known: CatalogReferences): Condition {
  const { facts, categories, flags } = known
  const path = json.at(key)
  const parsed = parseCondition(json.raw(key), { facts, flags, path })
  const impossible = conditionFaults(parsed, { facts, categories, path })
  if (impossible.length > 0) throw new ReleaseError(impossible)
  return parsed
}

export function nameText(json: JsonReader, key: string): string {
  const text = shortText(json, key, NAME)
  const isLine = text.trim() !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)
  return isLine ? text : fail(json.at(key), 'expects one line of text')
}

export function longText(json: JsonReader, key: string): string {
  return shortText(json, key, TEXT)
}

function shortText(json: JsonReader, key: string, longest: number): string {
  const text = json.text(key)
  if (text.length <= longest) return text
  return fail(json.at(key), `expects at most ${longest} characters`)
}

/** Codes of other materials; one that stood in for itself would be fulfilled by nothing. */
export function alternativeCodes(
  json: JsonReader,
  key: string,
  code: string,
  known: CatalogReferences
): string[] {
  const codes = json.texts(key, known.materials)
  const itself = codes.indexOf(code)
  return itself === -1 ? codes : fail(`${json.at(key)}[${itself}]`, 'cannot stand in for itself')
}

export function imageOverride(json: JsonReader): ImageOverride {
  json.onlyKeys(['formats', 'max_kb', 'min_px'])
  const sides = json.has('min_px') ? json.list('min_px') : null
  if (sides && !(sides.length === 2 && sides.every((px) => Number.isSafeInteger(px)))) {
    fail(json.at('min_px'), 'expects two whole numbers')
  }
  return {
    ...(json.has('formats') && { formats: json.texts('formats', IMAGE_FORMATS) }),
    ...(json.has('max_kb') && { maxKb: json.int('max_kb', 1, NATIONAL_MAX_BYTES / 1024) }),
    ...(sides && { minPx: sides as unknown as readonly [number, number] }),
  }
}

function nationalImageRules(json: JsonReader): ImageRules {
  const proposal = json.object('proposal')
  return {
    formats: json.texts('formats', IMAGE_FORMATS),
    maxBytes: json.int('stored_max_kb', 1, NATIONAL_MAX_BYTES / 1024) * 1024,
    minBytes: null,
    minShortSide: proposal.int('min_short_side_px', 1, 10_000),
    requireColour: false,
    requireUpright: json.bool('upright'),
    acceptOriginalMaxMb: proposal.int('accept_original_max_mb', 1, 100),
    acceptExtraFormats: proposal.texts('accept_extra_formats'),
  }
}
