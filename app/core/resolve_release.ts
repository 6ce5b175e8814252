import { ROLES } from './access.js'
import { ConditionError, flagsOf } from './condition.js'
import { tighten } from './image_rules.js'
import { fail, JsonReader, ReleaseError, type DocumentProblem } from './json_reader.js'
import { condition, IMAGE_FORMATS, imageOverride, type CatalogReferences } from './parse_catalog.js'
import { parseInstant } from './time.js'
import type {
  CarryOver,
  Catalog,
  DeclarationText,
  FactDefinition,
  Flags,
  ImageRules,
  Onsite,
  Override,
  ReleaseDocument,
  ReleaseMaterial,
  Stage,
  Workflow,
} from './release.js'

export { ReleaseError } from './json_reader.js'
export { parseCatalog } from './parse_catalog.js'

/** The guide's declaration (DOMAIN.md §2 rule 8), for regions that have no text of their own. */
const DECLARATION: DeclarationText = {
  version: '2027-1',
  zh: '本人郑重声明:所提交的报名材料真实、准确、完整、有效,图片由原件拍摄或扫描,未经修改。如有虚假,本人愿按《医师资格考试违纪违规处理规定》等违纪违规处理规定接受处理,并承担由此产生的一切后果。提交后内容即锁定,审核期间除按审核意见更换外不再改动。',
  en: 'I declare that the materials I submit are true, accurate, complete and valid, and that the pictures were taken or scanned from the originals and have not been altered. If anything in them is false, I accept to be dealt with under the rules on violations of examination discipline and bear the consequences. After submission the contents are locked and change only where a reviewer asks for a replacement.',
}

/**
 * Makes a season's release: the base catalog, with the region's overrides applied and its flags, image rules,
 * workflow, carry-over and declaration (keys as in `regions.json`; live settings in the same document are left aside).
 *
 * @throws {ReleaseError} every problem found, each with its path and reason
 */
export function resolveRelease(catalog: Catalog, regionJson: unknown): ReleaseDocument {
  const region = JsonReader.of(regionJson, '')
  const problems: DocumentProblem[] = []
  const section = <T>(read: () => T): T | undefined => collect(problems, read)

  const flags = section(() => regionFlags(catalog, region.object('flags')))
  const imageRules = section(() => regionImageRules(catalog, region.object('image_rules')))
  const materials = applyOverrides(catalog, region, problems)
  const parts = {
    region: section(() => region.text('id')),
    season: section(() => season(region)),
    workflow: section(() => workflow(region.object('workflow'))),
    carryOver: section(() => carryOver(catalog, region.object('carry_over'))),
    onsite: section(() => onsite(region.object('onsite'))),
    declaration: section(() =>
      region.has('declaration') ? declaration(region.object('declaration')) : DECLARATION
    ),
    atClose: section(() => optional(region, 'at_close', ['lapse', 'submit_if_complete'])),
    onReturnDue: section(() => optional(region, 'on_return_due', ['lapse', 'back_to_review'])),
    uploadGraceMinutes: section(() => region.intOr('upload_grace_minutes', 10, 0, 60)),
  }
  if (imageRules) problems.push(...imageRuleProblems(materials, imageRules))
  if (problems.length > 0) throw new ReleaseError(problems)

  return {
    format: 1,
    catalogVersion: catalog.version,
    facts: catalog.facts,
    categories: catalog.categories,
    reasons: catalog.reasons,
    materials,
    flags: flags!,
    imageRules: imageRules!,
    region: parts.region!,
    season: parts.season!,
    workflow: parts.workflow!,
    carryOver: parts.carryOver!,
    onsite: parts.onsite!,
    declaration: parts.declaration!,
    atClose: parts.atClose!,
    onReturnDue: parts.onReturnDue!,
    uploadGraceMinutes: parts.uploadGraceMinutes!,
  }
}

function collect<T>(problems: DocumentProblem[], read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ReleaseError) problems.push(...error.problems)
    else if (error instanceof ConditionError) {
      problems.push({ path: error.path, reason: error.reason })
    } else throw error
    return undefined
  }
}

function optional<const T extends string>(
  json: JsonReader,
  key: string,
  values: readonly [T, ...T[]]
): T {
  return json.has(key) ? json.oneOf(key, values) : values[0]
}

function season(region: JsonReader): number {
  if (region.has('season')) return region.int('season', 2000, 2999)
  const [first] = region.has('windows') ? region.objects('windows') : []
  const year = first && Number(first.text('start').slice(0, 4))
  return year || fail('season', 'expects a year')
}

/** Every flag that a condition of the catalog reads, off where the region does not name it. */
function regionFlags(catalog: Catalog, json: JsonReader): Flags {
  const kinds = new Map<string, 'boolean' | 'list'>()
  for (const material of catalog.materials) {
    for (const condition of [material.requiredWhen, material.offeredWhen]) {
      flagsOf(condition).forEach((kind, name) => kinds.set(name, kind))
    }
    if (material.regionFlag && !kinds.has(material.regionFlag)) {
      kinds.set(material.regionFlag, 'boolean')
    }
  }
  json.onlyKeys([...kinds.keys()])
  return Object.fromEntries(
    [...kinds].map(([name, kind]) => [
      name,
      kind === 'boolean' ? json.bool(name, false) : json.has(name) ? json.texts(name) : [],
    ])
  )
}

const OPERATIONS = [
  'require',
  'required',
  'optional',
  'hide',
  'replace_with_online_declaration',
] as const

function applyOverrides(
  catalog: Catalog,
  region: JsonReader,
  problems: DocumentProblem[]
): ReleaseMaterial[] {
  const known: CatalogReferences = {
    facts: catalog.facts,
    reasons: catalog.reasons.map(({ code }) => code),
    materials: catalog.materials.map(({ code }) => code),
  }
  const materials = new Map(catalog.materials.map((one) => [one.code, unchanged(one)]))
  const overrides = region.has('catalog_overrides')
    ? (collect(problems, () => region.objects('catalog_overrides')) ?? [])
    : []
  for (const json of overrides) {
    collect(problems, () => {
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
  const resolved = symmetric([...materials.values()].sort((a, b) => a.order - b.order))
  problems.push(...materialProblems(resolved))
  return resolved
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

type Field = (json: JsonReader, key: string, known: CatalogReferences) => Partial<ReleaseMaterial>

/** What `set` may change. Codes, evidence and the grade of protection stay national. */
const FIELDS: Readonly<Record<string, Field>> = {
  zh: (json, key) => ({ zh: json.text(key) }),
  en: (json, key) => ({ en: json.text(key) }),
  guidance_zh: (json, key) => ({ guidanceZh: json.text(key) }),
  guidance_en: (json, key) => ({ guidanceEn: json.text(key) }),
  sample_zh: (json, key) => ({ sampleZh: json.text(key) }),
  sample_en: (json, key) => ({ sampleEn: json.text(key) }),
  note: (json, key) => ({ note: json.textOr(key, null) }),
  note_required: (json, key) => ({ noteRequired: json.bool(key) }),
  order: (json, key) => ({ order: json.int(key, 0, 100_000) }),
  min: (json, key) => ({ min: json.int(key, 0, 50) }),
  max: (json, key) => ({ max: json.int(key, 1, 50) }),
  slots: (json, key) => ({ places: json.texts(key) }),
  required_when: (json, key, known) => ({ requiredWhen: condition(json, key, known) }),
  offered_when: (json, key, known) => ({ offeredWhen: condition(json, key, known) }),
  return_reasons: (json, key, known) => ({ returnReasons: json.texts(key, known.reasons) }),
  alternatives: (json, key, known) => ({ alternatives: json.texts(key, known.materials) }),
  can_replace: (json, key, known) => ({
    canReplace: Array.isArray(json.raw(key))
      ? json.texts(key, known.materials)
      : [json.oneOf(key, known.materials)],
  }),
  carry_over: (json, key) => ({ carryOver: json.bool(key) }),
  valid: (json, key) => ({ valid: json.text(key) }),
  stage: (json, key) => ({ stage: json.has(key) ? json.oneOf(key, ['after_onsite']) : null }),
  image_override: (json, key) => ({ imageOverride: imageOverride(json.object(key)) }),
}

function withFields(material: ReleaseMaterial, set: JsonReader, known: CatalogReferences) {
  set.onlyKeys(Object.keys(FIELDS))
  return set.keys.reduce(
    (changed, key) => ({ ...changed, ...FIELDS[key](set, key, known) }),
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

function regionImageRules(catalog: Catalog, json: JsonReader): ImageRules {
  json.onlyKeys([
    'formats',
    'stored_max_kb',
    'stored_min_kb',
    'min_short_side_px',
    'accept_original_max_mb',
    'accept_extra_formats',
    'auto_compress',
    'require_upright',
    'require_colour',
  ])
  const national = catalog.imageRules
  const nationalMaxKb = national.maxBytes / 1024
  const formats = json.has('formats') ? json.texts('formats', IMAGE_FORMATS) : [...national.formats]
  if (formats.length === 0) fail(json.at('formats'), 'expects at least one format')
  const maxKb = json.intOr('stored_max_kb', nationalMaxKb, 1, nationalMaxKb)
  const minKb = json.intOr('stored_min_kb', null, 0, maxKb - 1)
  return {
    formats,
    maxBytes: maxKb * 1024,
    minBytes: minKb === null ? null : minKb * 1024,
    minShortSide: json.intOr('min_short_side_px', national.minShortSide, 1, 10_000),
    requireColour: json.bool('require_colour', national.requireColour),
    requireUpright: json.bool('require_upright', national.requireUpright),
    acceptOriginalMaxMb: json.intOr('accept_original_max_mb', national.acceptOriginalMaxMb, 1, 100),
    acceptExtraFormats: json.has('accept_extra_formats')
      ? json.texts('accept_extra_formats')
      : national.acceptExtraFormats,
  }
}

function imageRuleProblems(
  materials: readonly ReleaseMaterial[],
  rules: ImageRules
): DocumentProblem[] {
  return materials
    .filter(({ imageOverride }) => tighten(rules, imageOverride).formats.length === 0)
    .map(({ code }) => ({
      path: `materials.${code}.image_override.formats`,
      reason: `none of them is taken by this region (${rules.formats.join(', ')})`,
    }))
}

function workflow(json: JsonReader): Workflow {
  json.onlyKeys(['stages', 'returns'])
  const returns = json.object('returns')
  returns.onlyKeys([
    'deadline_hours',
    'extend_past_window',
    'extend_cap',
    'max_rounds',
    'resubmit_goes_to',
  ])
  const cap = returns.textOr('extend_cap', null)
  if (cap !== null && parseInstant(cap) === null) {
    fail(returns.at('extend_cap'), 'expects an instant with its offset')
  }
  return {
    stages: json.objects('stages').map(stage),
    returns: {
      deadlineHours: returns.intOr('deadline_hours', null, 1, 24 * 60),
      extendPastWindow: returns.bool('extend_past_window'),
      extendCap: cap,
      maxRounds: returns.intOr('max_rounds', null, 1, 100),
      resubmitGoesTo: returns.has('resubmit_goes_to')
        ? returns.oneOf('resubmit_goes_to', ['same_stage', 'first_stage'])
        : null,
    },
  }
}

function stage(json: JsonReader): Stage {
  json.onlyKeys([
    'id',
    'zh',
    'en',
    'level',
    'mode',
    'roles',
    'sla_hours',
    'sampling_percent',
    'can_return_materials',
    'can_reject',
    'approvals',
  ])
  return {
    id: json.text('id'),
    zh: json.text('zh'),
    en: json.text('en'),
    level: json.oneOf('level', ['registration_point', 'point', 'region']),
    mode: json.oneOf('mode', ['online', 'onsite']),
    roles: json.texts('roles', ROLES),
    slaHours: json.intOr('sla_hours', null, 1, 24 * 365),
    samplingPercent: json.int('sampling_percent', 0, 100),
    canReturn: json.bool('can_return_materials'),
    canReject: json.bool('can_reject'),
    approvals: json.intOr('approvals', 1, 1, 5),
  }
}

function carryOver(catalog: Catalog, json: JsonReader): CarryOver {
  json.onlyKeys(['enabled', 'years', 'same_region_only', 'locked_except', 'break_if_changed'])
  const breakable = [
    ...catalog.facts.map(({ code }: FactDefinition) => code),
    'id_no',
    'institution',
  ]
  return {
    enabled: json.bool('enabled'),
    years: json.int('years', 1, 10),
    sameRegionOnly: json.bool('same_region_only'),
    lockedExcept: json.texts(
      'locked_except',
      catalog.materials.map(({ code }) => code)
    ),
    breakIfChanged: json.texts('break_if_changed', breakable),
  }
}

function onsite(json: JsonReader): Onsite {
  json.onlyKeys(['mode', 'booking', 'slots_by', 'bring_originals'])
  return {
    mode: json.oneOf('mode', ['all', 'none', 'military_only']),
    booking: json.bool('booking'),
    slotsBy: json.textOr('slots_by', null),
    bringOriginals: json.bool('bring_originals'),
  }
}

function declaration(json: JsonReader): DeclarationText {
  json.onlyKeys(['version', 'zh', 'en'])
  return { version: json.text('version'), zh: json.text('zh'), en: json.text('en') }
}
