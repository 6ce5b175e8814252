import { ROLES } from './access.js'
import { flagsOf } from './condition.js'
import { fail, type JsonReader } from './json_reader.js'
import { isLine } from './lines.js'
import { parseInstant } from './time.js'
import type {
  CarryOver,
  Catalog,
  DeclarationText,
  FactDefinition,
  Flags,
  ImageRules,
  Onsite,
  Stage,
  Workflow,
} from './release.js'

/** The guide's declaration (DOMAIN.md §2 rule 8), for regions that have no text of their own. */
const DECLARATION: DeclarationText = {
  version: '2027-1',
  zh: '本人郑重声明:所提交的报名材料真实、准确、完整、有效,图片由原件拍摄或扫描,未经修改。如有虚假,本人愿按《医师资格考试违纪违规处理规定》等违纪违规处理规定接受处理,并承担由此产生的一切后果。提交后内容即锁定,审核期间除按审核意见更换外不再改动。',
  en: 'I declare that the materials I submit are true, accurate, complete and valid, and that the pictures were taken or scanned from the originals and have not been altered. If anything in them is false, I accept to be dealt with under the rules on violations of examination discipline and bear the consequences. After submission the contents are locked and change only where a reviewer asks for a replacement.',
}

/** Every flag that a condition of the catalog reads, off where the region does not name it. */
export function regionFlags(catalog: Catalog, json: JsonReader): Flags {
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

export function regionImageRules(catalog: Catalog, json: JsonReader): ImageRules {
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
  const formats = json.has('formats')
    ? json.texts('formats', national.formats)
    : [...national.formats]
  if (formats.length === 0) fail(json.at('formats'), 'expects at least one format')
  const maxKb = json.intOr('stored_max_kb', nationalMaxKb, 1, nationalMaxKb)
  const minKb = json.intOr('stored_min_kb', null, 0, maxKb - 1)
  return {
    formats,
    maxBytes: maxKb * 1024,
    minBytes: minKb === null ? null : minKb * 1024,
    minShortSide: json.intOr(
      'min_short_side_px',
      national.minShortSide,
      national.minShortSide,
      10_000
    ),
    requireColour: stricter(json, 'require_colour', national.requireColour),
    requireUpright: stricter(json, 'require_upright', national.requireUpright),
    acceptOriginalMaxMb: json.intOr('accept_original_max_mb', national.acceptOriginalMaxMb, 1, 100),
    acceptExtraFormats: json.has('accept_extra_formats')
      ? json.texts('accept_extra_formats')
      : national.acceptExtraFormats,
  }
}

/** What the nation demands stays demanded. */
function stricter(json: JsonReader, key: string, national: boolean): boolean {
  const own = json.bool(key, national)
  return own || !national ? own : fail(json.at(key), 'is demanded by the national rule')
}

export function workflow(json: JsonReader): Workflow {
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

/** Characters; a candidate sends the declaration's version back with his tick. */
const STAGE_ID = 32
const STAGE_NAME = 100
const DECLARATION_VERSION = 32

function atMost(json: JsonReader, key: string, longest: number): string {
  const text = json.text(key)
  if (text.length <= longest) return text
  return fail(json.at(key), `expects at most ${longest} characters`)
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
    id: atMost(json, 'id', STAGE_ID),
    zh: atMost(json, 'zh', STAGE_NAME),
    en: atMost(json, 'en', STAGE_NAME),
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

/** @param materials those of the release, the region's own among them */
export function carryOver(
  facts: readonly FactDefinition[],
  materials: readonly { code: string }[],
  json: JsonReader
): CarryOver {
  json.onlyKeys(['enabled', 'years', 'same_region_only', 'locked_except', 'break_if_changed'])
  const breakable = [...facts.map(({ code }) => code), 'id_no', 'institution']
  return {
    enabled: json.bool('enabled'),
    years: json.int('years', 1, 10),
    sameRegionOnly: json.bool('same_region_only'),
    lockedExcept: json.texts(
      'locked_except',
      materials.map(({ code }) => code)
    ),
    breakIfChanged: json.texts('break_if_changed', breakable),
  }
}

export function onsite(json: JsonReader): Onsite {
  json.onlyKeys(['mode', 'booking', 'slots_by', 'bring_originals'])
  return {
    mode: json.oneOf('mode', ['all', 'none', 'military_only']),
    booking: json.bool('booking'),
    slotsBy: json.textOr('slots_by', null),
    bringOriginals: json.bool('bring_originals'),
  }
}

/** The region's own text, or the guide's. */
export function declaration(region: JsonReader): DeclarationText {
  if (!region.has('declaration')) return DECLARATION
  const json = region.object('declaration').onlyKeys(['version', 'zh', 'en'])
  const version = atMost(json, 'version', DECLARATION_VERSION)
  if (!isLine(version)) fail(json.at('version'), 'expects one line of text')
  return { version, zh: json.text('zh'), en: json.text('en') }
}
