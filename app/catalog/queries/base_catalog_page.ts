import { catalogDifferenceWords } from '#app/catalog/catalog_difference_words'
import type { CatalogJson } from '#app/catalog/catalog_json'
import { conditionSentence } from '#app/catalog/condition_words'
import { materialName } from '#app/catalog/material_words'
import CatalogVersion from '#app/catalog/models/catalog_version'
import { catalogDraft } from '#app/catalog/queries/catalog_draft'
import { catalogTakers } from '#app/catalog/queries/catalog_takers'
import { parseCatalog, type Catalog } from '#app/core/release'
import Staff from '#app/identity/models/staff'

/** The national catalog: its versions, its draft, and what the draft changes (inertia/types/catalog.ts). */
export async function baseCatalogPage() {
  const { draft, newest, catalog, problems } = await catalogDraft()
  const published = parseCatalog(newest.document)
  const current = catalog ?? published
  const versions = await CatalogVersion.query().orderBy('number', 'desc')
  const names = await namesOf([...versions.map((one) => one.publishedBy), draft.updatedBy])
  const before = newest.document as CatalogJson
  return {
    versions: versions.map(({ number, version, createdAt, publishedBy, document }) => ({
      number,
      version,
      at: createdAt,
      by: names.get(publishedBy ?? '') ?? null,
      materials: (document as CatalogJson).materials.length,
    })),
    takers: await catalogTakers(),
    seen: draft.updatedAt,
    changedBy: names.get(draft.updatedBy ?? '') ?? null,
    materials: baseRows(current),
    differences: problems.length > 0 ? [] : catalogDifferenceWords(before, draft.document),
    problems,
  }
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const staff = known.length > 0 ? await Staff.query().whereIn('id', known) : []
  return new Map(staff.map(({ id, name }) => [id, name]))
}

function baseRows(catalog: Catalog) {
  return [...catalog.materials]
    .sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1))
    .map(({ code, group, zh, en, order, min, max, requiredWhen, offeredWhen, alternatives }) => ({
      ...{ code, group, order, min, max },
      name: { zh, en },
      own: false,
      hidden: false,
      required: conditionSentence(requiredWhen, catalog),
      offered:
        'const' in offeredWhen && !offeredWhen.const
          ? null
          : conditionSentence(offeredWhen, catalog),
      alternatives: alternatives.map((other) => materialName(other, catalog)),
      changes: [],
      problems: [],
    }))
}
