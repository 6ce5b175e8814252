import type { BaseMaterial, ImageOverride, ReleaseMaterial } from './release.js'

export type Json = Readonly<Record<string, unknown>>

/** What an override's `set` may change, by its key in the file; codes, group and protection stay national. */
const SETTABLE: Readonly<Record<string, (material: ReleaseMaterial) => unknown>> = {
  zh: ({ zh }) => zh,
  en: ({ en }) => en,
  guidance_zh: ({ guidanceZh }) => guidanceZh,
  guidance_en: ({ guidanceEn }) => guidanceEn,
  sample_zh: ({ sampleZh }) => sampleZh,
  sample_en: ({ sampleEn }) => sampleEn,
  note: ({ note }) => note,
  note_required: ({ noteRequired }) => noteRequired,
  order: ({ order }) => order,
  min: ({ min }) => min,
  max: ({ max }) => max,
  slots: ({ places }) => places,
  required_when: ({ requiredWhen }) => requiredWhen,
  offered_when: ({ offeredWhen }) => offeredWhen,
  return_reasons: ({ returnReasons }) => returnReasons,
  alternatives: ({ alternatives }) => alternatives,
  can_replace: ({ canReplace }) => canReplace,
  carry_over: ({ carryOver }) => carryOver,
  valid: ({ valid }) => valid,
  stage: ({ stage }) => stage,
  image_override: ({ imageOverride }) => imageOverride && imageOverrideJson(imageOverride),
}

/** All that a region may set of a material, with its values, as an override's `set` writes them. */
export function settableJson(material: ReleaseMaterial): Json {
  return Object.fromEntries(Object.entries(SETTABLE).map(([key, read]) => [key, read(material)]))
}

/** The keys of `wanted` that differ from `base`: the smallest `set` that turns one into the other. */
export function setBetween(base: Json, wanted: Json): Json {
  return Object.fromEntries(
    Object.keys(SETTABLE)
      .filter((key) => wanted[key] !== undefined && !sameJson(base[key], wanted[key]))
      .map((key) => [key, wanted[key]])
  )
}

function sameJson(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b)
}

/** A condition read from a form may have its keys in another order. */
function sorted(value: unknown): string {
  return JSON.stringify(value ?? null, (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one
  )
}

/** A material in the catalog's JSON shape, as `baseMaterial` reads it. */
export function materialJson(material: BaseMaterial): Json {
  return {
    code: material.code,
    group: material.group,
    order: material.order,
    zh: material.zh,
    en: material.en,
    min: material.min,
    max: material.max,
    required_when: material.requiredWhen,
    offered_when: material.offeredWhen,
    guidance_zh: material.guidanceZh,
    guidance_en: material.guidanceEn,
    sample_zh: material.sampleZh,
    sample_en: material.sampleEn,
    return_reasons: material.returnReasons,
    slots: material.places,
    alternatives: material.alternatives,
    sensitive: material.sensitive,
    carry_over: material.carryOver,
    valid: material.valid,
    region_flag: material.regionFlag,
    ...(material.machineReadable && { machine_readable: material.machineReadable }),
    ...(material.imageOverride && { image_override: imageOverrideJson(material.imageOverride) }),
    ...(material.note !== null && { note: material.note }),
    ...(material.noteRequired && { note_required: true }),
    ...(material.samples && { samples: material.samples }),
    evidence: material.evidence,
  }
}

function imageOverrideJson({ formats, maxKb, minPx }: ImageOverride): Json {
  return {
    ...(formats && { formats }),
    ...(maxKb !== undefined && { max_kb: maxKb }),
    ...(minPx && { min_px: minPx }),
  }
}
