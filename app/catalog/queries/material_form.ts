import { plainMaterials } from '#app/core/apply_overrides'
import { NATIONAL_MAX_BYTES } from '#app/core/image_rules'
import { materialJson, settableJson, type Json } from '#app/core/material_json'
import { ownPrefix } from '#app/core/own_materials'
import type { Catalog } from '#app/core/release'
import { vocabulary } from '#app/catalog/condition_words'
import { placeNames } from '#app/catalog/entry_view'
import { changesOf } from '#app/catalog/material_entries'
import type { OpenDraft } from '#app/catalog/queries/draft'
import { changeViews, entriesOf, withOwn } from '#app/catalog/queries/region_materials'
import { samplesOf } from '#app/catalog/samples'

const PLACES = ['portrait', 'emblem', 'front', 'back']

/** What the form of one material chooses from, `self` left out. */
export function materialChoices(catalog: Catalog, self: string | null) {
  return {
    vocabulary: vocabulary(catalog),
    materials: catalog.materials
      .filter(({ code }) => code !== self)
      .map(({ code, zh, en }) => ({ code, name: { zh, en } })),
    reasons: catalog.reasons.map(({ code, group, zh, en }) => ({ code, group, text: { zh, en } })),
    places: placeNames(PLACES),
    maxKb: NATIONAL_MAX_BYTES / 1024,
  }
}

/** One material of a region's draft as its form shows it; null where the draft has no such one. */
export function regionMaterialForm(open: OpenDraft, regionId: string, code: string) {
  const { catalog, draft } = open
  const { document } = draft
  const known = withOwn(catalog, document)
  const common = {
    code,
    prefix: ownPrefix(regionId),
    version: draft.version,
    revision: null,
    choices: materialChoices(known, code),
  }
  const own = (document.own_materials ?? []).find((one) => one.code === code)
  if (own) {
    const fields = { ...EMPTY, ...own }
    return { ...common, kind: 'own', operations: [], fields, plain: null, changes: [], samples: [] }
  }
  const national = plainMaterials(catalog).find((one) => one.code === code)
  if (!national) return null
  const plain = settableJson(national)
  const { operations, set } = changesOf(entriesOf(document, code))
  return {
    ...common,
    kind: 'override',
    operations,
    fields: { ...plain, ...set, group: national.group },
    plain,
    changes: changeViews(plain, { operations, set }, known),
    samples: samplesOf(national).map((sample) => ({ ...sample, file: null })),
  }
}

/** A material that nobody has written yet. */
export function newMaterialForm(
  kind: 'own' | 'base',
  { catalog, prefix, version }: { catalog: Catalog; prefix: string; version: number | null }
) {
  const order = Math.max(0, ...catalog.materials.map((one) => one.order)) + 10
  return {
    kind,
    code: null,
    prefix,
    version,
    revision: null,
    operations: [],
    fields: { ...EMPTY, order },
    plain: null,
    changes: [],
    samples: [],
    choices: materialChoices(catalog, null),
  }
}

/** A material of the national draft as its form shows it. */
export function baseFields(catalog: Catalog, code: string): Json | null {
  const material = catalog.materials.find((one) => one.code === code)
  return material ? { ...EMPTY, ...materialJson(material) } : null
}

const EMPTY: Json = {
  group: 'other',
  order: 1000,
  zh: '',
  en: '',
  min: 1,
  max: 1,
  required_when: { const: false },
  offered_when: { const: true },
  guidance_zh: '',
  guidance_en: '',
  sample_zh: '',
  sample_en: '',
  return_reasons: ['IMG_BLUR', 'IMG_CROPPED', 'IMG_ROTATED', 'IMG_NOT_ORIGINAL'],
  slots: [],
  alternatives: [],
  sensitive: 'sensitive_pi',
  carry_over: false,
  valid: 'season',
  note: null,
  note_required: false,
  image_override: null,
  machine_readable: null,
}
