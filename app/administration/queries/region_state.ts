import { catalogOfVersion } from '#app/catalog/queries/draft'
import { releaseDocument } from '#app/catalog/releases'
import type { Catalog } from '#app/core/release'
import type { RegionState } from '#app/administration/region_file'
import Region from '#app/regions/models/region'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'

/** A region as it works now, for a copy of its rules; null where it has no season with a release. */
export async function regionState(regionId: string, newest: Catalog): Promise<RegionState | null> {
  const region = await Region.find(regionId)
  if (!region) return null
  return runInRegion(regionId, async () => {
    const current = await currentSeason()
    if (!current?.season.currentReleaseId) return null
    const { season, windows } = current
    const release = await releaseDocument(season.currentReleaseId!)
    return {
      release,
      catalog: await catalogOfVersion(release.catalogVersion, newest),
      enabled: region.enabled,
      uploadsOn: season.uploadsOn,
      settings: season.settings,
      returnCapAt: season.returnCapAt,
      windows,
    }
  })
}
