import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { appendPlatformEntry } from '#app/audit/append_platform_entry'
import type { catalogDifferenceWords } from '#app/catalog/catalog_difference_words'

/** What is done to the national catalog: whoever appends holds the lock of its newest version. */
export const CATALOG_CHAIN = 'catalog'

export type CatalogChange =
  | {
      action: 'material_added' | 'material_changed' | 'material_removed'
      /** In the words of that day: what a later reader sees is what was seen then. */
      difference: ReturnType<typeof catalogDifferenceWords>[number]
    }
  | {
      action: 'catalog_published'
      number: number
      version: string
      sha256: string
      /** Codes of the materials that differ from the version before. */
      materials: string[]
    }

/** @param by staff id; null for what came with the program */
export function auditCatalog(
  { at, by, action, ...payload }: { at: number; by: string | null } & CatalogChange,
  trx: TransactionClientContract
) {
  const actor = by === null ? { kind: 'system', id: 'installation' } : { kind: 'staff', id: by }
  return appendPlatformEntry(trx, { chain: CATALOG_CHAIN, at, actor, action, payload })
}
