import CatalogVersion from '#app/catalog/models/catalog_version'
import { releaseDocument } from '#app/catalog/releases'
import Region from '#app/regions/models/region'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import type { Bilingual } from '#app/shared/wording'

export interface CatalogTaker {
  id: string
  name: Bilingual
  /** Of the catalog that its current release was made from; null where it has no release. */
  version: string | null
  /** Whether no newer one was published. */
  newest: boolean
}

/** From which version of the national catalog each region's current release was made. */
export async function catalogTakers(): Promise<CatalogTaker[]> {
  const newest = await CatalogVersion.query().select('version').orderBy('number', 'desc').first()
  const takers: CatalogTaker[] = []
  for (const { id, zh, en } of await Region.query().orderBy('code').orderBy('id')) {
    const version = await runInRegion(id, versionTaken)
    takers.push({ id, name: { zh, en }, version, newest: version === newest?.version })
  }
  return takers
}

async function versionTaken(): Promise<string | null> {
  const releaseId = (await currentSeason())?.season.currentReleaseId
  return releaseId ? (await releaseDocument(releaseId)).catalogVersion : null
}
