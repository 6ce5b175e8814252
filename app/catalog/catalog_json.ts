import { createHash } from 'node:crypto'
import { catalogProblems } from '#app/core/apply_overrides'
import { collectProblems, type DocumentProblem } from '#app/core/json_reader'
import { parseCatalog, type Catalog, type Facts } from '#app/core/release'
import { canonicalJson } from '#app/shared/canonical_json'

export type MaterialJson = { code: string } & Readonly<Record<string, unknown>>

/** A sample candidate: facts that stand for a kind of person, and the region he applies in. */
export interface Persona {
  id: string
  zh: string
  en: string
  region: string
  facts: Facts
}

/** The national catalog as its document (`catalog.json`). */
export type CatalogJson = {
  readonly meta: { readonly version: string } & Readonly<Record<string, unknown>>
  readonly materials: readonly MaterialJson[]
  readonly personas?: readonly Persona[]
} & Readonly<Record<string, unknown>>

/** Reads a catalog that is to be published; its problems where it cannot be. */
export function checkCatalog(json: CatalogJson): {
  catalog: Catalog | null
  problems: DocumentProblem[]
} {
  const problems: DocumentProblem[] = []
  const catalog = collectProblems(problems, () => parseCatalog(json)) ?? null
  if (catalog) problems.push(...catalogProblems(catalog))
  return { catalog, problems }
}

/** Changes when the material does: whoever saves says which one he has seen. */
export function revisionOf(material: MaterialJson): string {
  return createHash('sha256').update(canonicalJson(material)).digest('hex').slice(0, 16)
}

export interface CatalogDifference {
  code: string
  kind: 'added' | 'removed' | 'changed'
  /** Keys that differ, of a changed material. */
  keys: string[]
}

/** What one catalog has otherwise than another, material by material. */
export function catalogDifferences(before: CatalogJson, after: CatalogJson): CatalogDifference[] {
  const old = new Map(before.materials.map((one) => [one.code, one]))
  const now = new Map(after.materials.map((one) => [one.code, one]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((code): CatalogDifference[] => {
    const [a, b] = [old.get(code), now.get(code)]
    if (!a) return [{ code, kind: 'added', keys: [] }]
    if (!b) return [{ code, kind: 'removed', keys: [] }]
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (key) => canonicalJson(a[key] ?? null) !== canonicalJson(b[key] ?? null)
    )
    return keys.length > 0 ? [{ code, kind: 'changed', keys }] : []
  })
}
