import type { Role } from './access.js'

export { ReleaseError, parseCatalog, resolveRelease } from './resolve_release.js'

export type Locale = 'zh-CN' | 'en'
export type FactValue = string | number | boolean
export type Facts = Readonly<Record<string, FactValue | undefined>>
export type Flags = Readonly<Record<string, boolean | readonly string[]>>

/** The condition language of `required_when`, `offered_when` and audience rules (DOMAIN.md §5). */
export type Condition =
  | { const: boolean }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { fact: string; eq: FactValue }
  | { fact: string; in: readonly FactValue[] }
  | { fact: string; lt: number }
  | { fact: string; ge: number }
  | { flag: string }
  | { flag_list_has_fact: string; fact: string }

export interface FactDefinition {
  code: string
  type: 'enum' | 'bool' | 'int' | 'derived'
  /** Of an enum or derived fact; the category's are the ids of the catalog's categories. */
  values?: readonly string[]
  zh: string
  en: string
  origin: 'registration' | 'wizard' | 'category' | 'system'
}

export interface CategoryDefinition {
  id: string
  /** The national three-digit code; null where no public source names it. */
  code: string | null
  zh: string
  en: string
  level: string
  stream: string
  route: string
}

export interface ReturnReason {
  code: string
  group: string
  zh: string
  en: string
  fixZh: string
  fixEn: string
  effect: 'fix' | 'onsite' | 'info' | 'escalate' | 'final'
}

export interface ImageOverride {
  formats?: readonly ImageFormat[]
  maxKb?: number
  /** Smallest width and height in pixels, in any order. */
  minPx?: readonly [number, number]
}

/** A picture of a material done right: the name of its file, and the side that it shows. */
export interface SamplePicture {
  file: string
  place: string | null
}

export interface BaseMaterial {
  code: string
  group: string
  order: number
  zh: string
  en: string
  min: number
  max: number
  requiredWhen: Condition
  offeredWhen: Condition
  guidanceZh: string
  guidanceEn: string
  sampleZh: string
  sampleEn: string
  returnReasons: readonly string[]
  /** Named places that take one image each (人像面, 国徽面); empty when the images are a plain list. */
  places: readonly string[]
  alternatives: readonly string[]
  sensitive: 'normal' | 'sensitive_pi' | 'restricted'
  carryOver: boolean
  valid: string
  regionFlag: string | null
  machineReadable: 'qr' | null
  imageOverride: ImageOverride | null
  note: string | null
  /** The candidate writes what the pictures are. */
  noteRequired: boolean
  /** Pictures that the platform uploaded; without them those that come with the program are shown. */
  samples?: readonly SamplePicture[]
  evidence: readonly string[]
}

export type ImageFormat = 'jpg' | 'jpeg' | 'png'

export interface Catalog {
  version: string
  facts: readonly FactDefinition[]
  categories: readonly CategoryDefinition[]
  reasons: readonly ReturnReason[]
  materials: readonly BaseMaterial[]
  /** The national rule that regions may only tighten. */
  imageRules: ImageRules
}

export type OverrideOperation =
  'require' | 'required' | 'optional' | 'hide' | 'replace_with_online_declaration'

export interface Override {
  code: string
  op?: OverrideOperation
  set?: Readonly<Record<string, unknown>>
}

export interface ImageRules {
  formats: readonly ImageFormat[]
  maxBytes: number
  minBytes: number | null
  /** Pixels. */
  minShortSide: number
  /** Pixels; only where a material asks for its own size. */
  minLongSide?: number
  requireColour: boolean
  requireUpright: boolean
  /** What the browser may prepare from; the server takes JPEG and PNG within the limit only. */
  acceptOriginalMaxMb: number
  acceptExtraFormats: readonly string[]
}

export interface Stage {
  id: string
  zh: string
  en: string
  level: 'registration_point' | 'point' | 'region'
  mode: 'online' | 'onsite'
  roles: readonly Role[]
  slaHours: number | null
  samplingPercent: number
  canReturn: boolean
  canReject: boolean
  /** How many different reviewers must agree. */
  approvals: number
}

export interface Returns {
  deadlineHours: number | null
  extendPastWindow: boolean
  /** ISO instant that no return's deadline passes. */
  extendCap: string | null
  maxRounds: number | null
  resubmitGoesTo: 'same_stage' | 'first_stage' | null
}

export interface Workflow {
  stages: readonly Stage[]
  returns: Returns
}

export interface CarryOver {
  enabled: boolean
  years: number
  sameRegionOnly: boolean
  lockedExcept: readonly string[]
  breakIfChanged: readonly string[]
}

export interface Onsite {
  mode: 'all' | 'none' | 'military_only'
  booking: boolean
  slotsBy: string | null
  bringOriginals: boolean
}

export interface DeclarationText {
  version: string
  zh: string
  en: string
}

/** A base material after the region's overrides. */
export interface ReleaseMaterial extends BaseMaterial {
  strength: 'required' | 'optional' | null
  hidden: boolean
  declaration: boolean
  /** Materials that having this one satisfies, one way only (`can_replace`). */
  canReplace: readonly string[]
  /** `after_onsite`: a placeholder now, the registration point scans the signed original later. */
  stage: 'after_onsite' | null
}

/** The immutable JSON document of a season's release; dossiers pin it (DOMAIN.md §6). */
export interface ReleaseDocument {
  format: 1
  region: string
  season: number
  catalogVersion: string
  facts: readonly FactDefinition[]
  categories: readonly CategoryDefinition[]
  reasons: readonly ReturnReason[]
  materials: readonly ReleaseMaterial[]
  flags: Flags
  imageRules: ImageRules
  workflow: Workflow
  carryOver: CarryOver
  onsite: Onsite
  declaration: DeclarationText
  atClose: 'lapse' | 'submit_if_complete'
  onReturnDue: 'lapse' | 'back_to_review'
  /** Minutes after his last accepted upload in which a candidate may still submit (DOMAIN.md §3 row 3). */
  uploadGraceMinutes: number
}
