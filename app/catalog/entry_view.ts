import { explain, type ChecklistItem } from '#app/core/checklist'
import { imageRulesFor } from '#app/core/image_rules'
import type { ReleaseDocument } from '#app/core/release'
import { inBoth, type Bilingual } from '#app/shared/wording'
import { samplesOf } from './samples.js'

/** What a checklist's entry says to people, whoever looks: names, rules, samples, the why of its need. */
export function entryView(release: ReleaseDocument, entry: ChecklistItem) {
  const { material, need, why, alternatives, min, max } = entry
  const { formats, maxBytes, minBytes, minShortSide, requireColour } = imageRulesFor(
    release,
    material
  )
  return {
    material: material.code,
    name: { zh: material.zh, en: material.en },
    group: material.group,
    need,
    why: { zh: explain(why, release, 'zh-CN'), en: explain(why, release, 'en') },
    guidance: { zh: material.guidanceZh, en: material.guidanceEn },
    sampleNote: { zh: material.sampleZh, en: material.sampleEn },
    samples: samplesOf(material),
    alternatives: alternatives.flatMap((code) => namesOf(release, code)),
    rules: { formats: [...formats], maxBytes, minBytes, minShortSide, requireColour },
    min,
    max,
    places: placeNames(entry.places),
  }
}

/** Where pictures of a material belong, with what the sides are called. */
export function placeNames(codes: readonly string[]): { code: string; name: Bilingual }[] {
  return codes.map((code) => ({ code, name: inBoth(`places.${code}`) }))
}

/** A material's name in a release; none where it does not have it. */
export function namesOf(release: ReleaseDocument, code: string): Bilingual[] {
  const material = release.materials.find((one) => one.code === code)
  return material ? [{ zh: material.zh, en: material.en }] : []
}
