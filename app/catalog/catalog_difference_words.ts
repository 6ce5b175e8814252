import { catalogDifferences, type CatalogJson } from '#app/catalog/catalog_json'
import { fieldWords, materialName } from '#app/catalog/material_words'
import { parseCatalog } from '#app/core/release'

/** What one catalog has otherwise than another, in words: material by material, field by field. */
export function catalogDifferenceWords(before: CatalogJson, after: CatalogJson) {
  const differences = catalogDifferences(before, after)
  if (differences.length === 0) return []
  const [old, now] = [parseCatalog(before), parseCatalog(after)]
  return differences.map(({ code, kind, keys }) => ({
    code,
    kind,
    name: materialName(code, kind === 'removed' ? old : now),
    changes: keys.map((key) => ({
      key,
      before: fieldWords(key, find(before, code)?.[key], old),
      after: fieldWords(key, find(after, code)?.[key], now),
    })),
  }))
}

function find(json: CatalogJson, code: string) {
  return json.materials.find((one) => one.code === code)
}
