import { checkCatalog, type CatalogJson } from '#app/catalog/catalog_json'
import CatalogDraft, { DRAFT } from '#app/catalog/models/catalog_draft'
import CatalogVersion from '#app/catalog/models/catalog_version'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'
import { isUniqueViolation } from '#app/shared/transaction'

/**
 * The national catalog's draft with the version that it changes. The first look makes it; one that
 * nobody has touched follows a newer version by itself.
 *
 * @throws NOT_FOUND on a platform that has no catalog yet
 */
export async function catalogDraft() {
  const newest = (await CatalogVersion.query().orderBy('number', 'desc').first()) ?? notFound()
  const draft = await upToDate(await findOrCreate(newest), newest)
  return { draft, newest, ...checkCatalog(draft.document) }
}

async function findOrCreate(newest: CatalogVersion): Promise<CatalogDraft> {
  const known = await CatalogDraft.find(DRAFT)
  if (known) return known
  try {
    return await CatalogDraft.create({ id: DRAFT, updatedBy: null, ...startOf(newest) })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return CatalogDraft.findOrFail(DRAFT)
  }
}

async function upToDate(draft: CatalogDraft, newest: CatalogVersion): Promise<CatalogDraft> {
  if (draft.basedOn === newest.number || draft.updatedBy !== null) return draft
  return draft.merge(startOf(newest)).save()
}

function startOf({ number, document }: CatalogVersion) {
  return { basedOn: number, document: document as CatalogJson, updatedAt: clock.now() }
}
