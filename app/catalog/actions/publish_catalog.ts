import { createHash } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { auditCatalog } from '#app/catalog/audit_catalog'
import {
  catalogDifferences,
  checkCatalog,
  type CatalogDifference,
  type CatalogJson,
} from '#app/catalog/catalog_json'
import CatalogVersion from '#app/catalog/models/catalog_version'
import { catalogDraft, lockedCatalogDraft } from '#app/catalog/queries/catalog_draft'
import { nationalMaterialUses, type RegionUses } from '#app/catalog/queries/national_material_uses'
import type { DocumentProblem } from '#app/core/json_reader'
import { materialName } from '#app/catalog/material_words'
import { parseCatalog } from '#app/core/release'
import { canonicalJson } from '#app/shared/canonical_json'
import { clock } from '#app/shared/clock'
import { transaction } from '#app/shared/transaction'
import type { Bilingual } from '#app/shared/wording'

export type PublishedCatalog =
  | { ok: true; number: number; version: string; differences: CatalogDifference[] }
  | { ok: false; reason: 'nothing_new' | 'moved_on' }
  | { ok: false; reason: 'in_use'; name: Bilingual; uses: RegionUses[] }
  | { ok: false; reason: 'problems'; problems: DocumentProblem[] }

/**
 * Makes the national catalog's draft its next version. Regions keep their releases; the next one that
 * a region publishes is made from this version. Candidates go on meanwhile, so a material that left
 * the draft while nobody used it is looked for once more.
 */
export class PublishCatalog {
  /** `seen`: when the draft that the publisher looked at was last changed. */
  async handle({ by, seen }: { by: string; seen: number }): Promise<PublishedCatalog> {
    const used = await usedAndRemoved()
    if (used) return { ok: false, reason: 'in_use', ...used }
    return transaction(async (trx): Promise<PublishedCatalog> => {
      const { draft, newest } = await lockedCatalogDraft(trx)
      if (draft.updatedAt !== seen || draft.basedOn !== newest.number) {
        return { ok: false, reason: 'moved_on' }
      }
      const differences = catalogDifferences(newest.document as CatalogJson, draft.document)
      if (differences.length === 0) return { ok: false, reason: 'nothing_new' }
      const { problems } = checkCatalog(draft.document)
      if (problems.length > 0) return { ok: false, reason: 'problems', problems }

      const number = newest.number + 1
      const version = await freeVersion(trx)
      const { meta } = draft.document
      const document: CatalogJson = { ...draft.document, meta: { ...meta, version } }
      const sha256 = createHash('sha256').update(canonicalJson(document)).digest('hex')
      const createdAt = clock.now()
      await CatalogVersion.create(
        { number, version, document, sha256, createdAt, publishedBy: by },
        { client: trx }
      )
      const materials = differences.map(({ code }) => code)
      const published = { action: 'catalog_published' as const, number, version, sha256, materials }
      await auditCatalog({ at: createdAt, by, ...published }, trx)
      await draft.merge({ document, basedOn: number, updatedBy: null, updatedAt: createdAt }).save()
      return { ok: true, number, version, differences }
    })
  }
}

/** A material that the draft no longer has and dossiers do; null where there is none. */
async function usedAndRemoved() {
  const { draft, newest } = await catalogDraft()
  const before = newest.document as CatalogJson
  const removed = catalogDifferences(before, draft.document).filter(
    ({ kind }) => kind === 'removed'
  )
  for (const { code } of removed) {
    const uses = await nationalMaterialUses(code)
    if (uses.length > 0) return { name: materialName(code, parseCatalog(newest.document)), uses }
  }
  return null
}

/** The day in China; releases name their catalog by it, so a second one of a day gets a number. */
async function freeVersion(trx: TransactionClientContract): Promise<string> {
  const day = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const taken = await CatalogVersion.query({ client: trx }).where('version', 'like', `${day}%`)
  const names = new Set(taken.map(({ version }) => version))
  let version = day
  for (let n = 2; names.has(version); n++) version = `${day}.${n}`
  return version
}
