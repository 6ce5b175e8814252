import { createHash } from 'node:crypto'
import { parseCatalog, type Catalog } from '#app/core/release'
import { auditCatalog } from '#app/catalog/audit_catalog'
import CatalogVersion from '#app/catalog/models/catalog_version'
import { canonicalJson } from '#app/shared/canonical_json'
import { clock } from '#app/shared/clock'
import { transaction } from '#app/shared/transaction'

/**
 * Keeps a base catalog (`catalog.json`'s format) as the next version, unless it equals the newest one.
 *
 * @throws ReleaseError, ConditionError for a document that is no catalog
 */
export async function keepCatalogVersion(json: Record<string, unknown>): Promise<Catalog> {
  const catalog = parseCatalog(json)
  const text = canonicalJson(json)
  const sha256 = createHash('sha256').update(text).digest('hex')
  await transaction(async (trx) => {
    const newest = await CatalogVersion.query({ client: trx })
      .select('number', 'sha256')
      .orderBy('number', 'desc')
      .forUpdate()
      .first()
    if (newest?.sha256 === sha256) return
    const number = (newest?.number ?? 0) + 1
    const { version } = catalog
    const createdAt = clock.now()
    await CatalogVersion.create(
      { number, version, document: json, sha256, createdAt, publishedBy: null },
      { client: trx }
    )
    const materials = catalog.materials.map(({ code }) => code)
    const published = { action: 'catalog_published' as const, number, version, sha256, materials }
    await auditCatalog({ at: createdAt, by: null, ...published }, trx)
  })
  return catalog
}

/** The newest base catalog, or null on a database that has none yet. */
export async function newestCatalog(): Promise<Catalog | null> {
  const newest = await CatalogVersion.query().orderBy('number', 'desc').first()
  return newest && parseCatalog(newest.document)
}
