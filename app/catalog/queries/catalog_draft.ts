import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { checkCatalog, type CatalogJson } from '#app/catalog/catalog_json'
import CatalogDraft, { DRAFT } from '#app/catalog/models/catalog_draft'
import CatalogVersion from '#app/catalog/models/catalog_version'
import { notFound } from '#app/shared/exceptions/refused'

/**
 * The national catalog's draft with the version that it changes. Reading writes nothing: until
 * somebody saves, and after each publishing, the draft is the newest version.
 *
 * @throws NOT_FOUND on a platform that has no catalog yet
 */
export async function catalogDraft() {
  const newest = (await CatalogVersion.query().orderBy('number', 'desc').first()) ?? notFound()
  const draft = draftOver(await CatalogDraft.find(DRAFT), newest)
  return { draft, newest, ...checkCatalog(draft.document) }
}

/** The same, locked: one at a time writes it. The version's row is there before the draft's is. */
export async function lockedCatalogDraft(trx: TransactionClientContract) {
  const newest = await CatalogVersion.query({ client: trx })
    .orderBy('number', 'desc')
    .forUpdate()
    .firstOrFail()
  const kept = await CatalogDraft.query({ client: trx }).where('id', DRAFT).forUpdate().first()
  return { draft: draftOver(kept, newest).useTransaction(trx), newest }
}

/** One that nobody has touched follows a newer version by itself. */
function draftOver(kept: CatalogDraft | null, { number, document, createdAt }: CatalogVersion) {
  if (kept && (kept.updatedBy !== null || kept.basedOn === number)) return kept
  const start = { basedOn: number, document: document as CatalogJson, updatedAt: createdAt }
  return (kept ?? new CatalogDraft()).merge({ id: DRAFT, updatedBy: null, ...start })
}
