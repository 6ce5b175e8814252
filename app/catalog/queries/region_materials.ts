import { plainMaterials } from '#app/core/apply_overrides'
import { settableJson, type Json } from '#app/core/material_json'
import type { Catalog, Condition } from '#app/core/release'
import { conditionSentence } from '#app/catalog/condition_words'
import type { DraftDocument, DraftProblem } from '#app/catalog/draft_document'
import { changesOf, type OverrideEntry } from '#app/catalog/material_entries'
import { fieldWords, materialName } from '#app/catalog/material_words'
import { draftOf, type OpenDraft } from '#app/catalog/queries/draft'
import { currentSeason } from '#app/regions/queries/current_season'
import { notFound } from '#app/shared/exceptions/refused'

/** The draft of the region's current season, which its pages edit. */
export async function currentDraft() {
  const current = (await currentSeason()) ?? notFound()
  return { ...(await draftOf(current.season.id)), season: current.season }
}

/** All materials of a draft, the region's own among them, each with what the region changed of it. */
export function materialRows({ draft, catalog, problems }: OpenDraft) {
  const { document } = draft
  const national = plainMaterials(catalog).map((plain) => {
    const base = settableJson(plain)
    const { operations, set } = changesOf(entriesOf(document, plain.code))
    const words = rowWords(plain.group, { ...base, ...set }, catalog, document)
    return {
      ...words,
      code: plain.code,
      own: false,
      hidden: operations.includes('hide'),
      changes: changeViews(base, { operations, set }, withOwn(catalog, document)),
      problems: problemsOf(problems, plain.code),
    }
  })
  const own = (document.own_materials ?? []).map((material) => ({
    ...rowWords(String(material.group), material, catalog, document),
    code: material.code,
    own: true,
    hidden: false,
    changes: [],
    problems: problemsOf(problems, material.code),
  }))
  return [...national, ...own].sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1))
}

/** The draft's entries of one material. */
export function entriesOf(document: DraftDocument, code: string): OverrideEntry[] {
  return (document.catalog_overrides ?? []).filter((one) => one.code === code) as OverrideEntry[]
}

/** Each change with the words before and after; an operation stands for itself. */
export function changeViews(
  base: Json,
  { operations, set }: ReturnType<typeof changesOf>,
  catalog: Catalog
) {
  return [
    ...operations.map((key) => ({ key, before: null, after: null })),
    ...Object.entries(set).map(([key, value]) => ({
      key,
      before: fieldWords(key, base[key], catalog),
      after: fieldWords(key, value, catalog),
    })),
  ]
}

function rowWords(group: string, fields: Json, catalog: Catalog, document: DraftDocument) {
  const known = withOwn(catalog, document)
  const offered = fields.offered_when as Condition
  const never = 'const' in offered && !offered.const
  return {
    group,
    name: { zh: String(fields.zh), en: String(fields.en) },
    order: Number(fields.order),
    min: Number(fields.min),
    max: Number(fields.max),
    required: conditionSentence(fields.required_when as Condition, catalog),
    offered: never ? null : conditionSentence(offered, catalog),
    alternatives: (fields.alternatives as string[]).map((code) => materialName(code, known)),
  }
}

/** Names of the region's own materials are found like the national ones. */
export function withOwn(catalog: Catalog, document: DraftDocument): Catalog {
  const own = (document.own_materials ?? []).map(({ code, zh, en }) => ({
    ...catalog.materials[0],
    code,
    zh: String(zh),
    en: String(en),
  }))
  return { ...catalog, materials: [...catalog.materials, ...own] }
}

function problemsOf(problems: readonly DraftProblem[], code: string) {
  return problems
    .filter(({ material }) => material === code)
    .map(({ path, reason }) => ({ path, reason }))
}
