import type { Catalog } from '#app/core/release'
import { catalogOfVersion } from '#app/catalog/queries/draft'
import type { RegionState } from '#app/administration/region_file'
import Release from '#app/catalog/models/release'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { currentRegionId } from '#app/shared/region_context'

export interface SeasonState extends RegionState {
  region: { id: string; zh: string; en: string }
  exam: string
  year: number
  /** Of the release. */
  number: number
}

/** A season of the region in context as it works, for a copy; null where it has no release. */
export async function readSeasonState(
  seasonId: string,
  newest: Catalog
): Promise<SeasonState | null> {
  const season = await Season.find(seasonId)
  if (!season?.currentReleaseId) return null
  const region = await Region.findOrFail(currentRegionId())
  const { document, number } = await Release.findOrFail(season.currentReleaseId)
  const windows = await SeasonWindow.query()
    .where('season_id', season.id)
    .orderBy('starts_at')
    .orderBy('id')
  return {
    region: { id: region.id, zh: region.zh, en: region.en },
    exam: season.exam,
    year: season.year,
    number,
    release: document,
    catalog: await catalogOfVersion(document.catalogVersion, newest),
    enabled: region.enabled,
    uploadsOn: season.uploadsOn,
    settings: season.settings,
    returnCapAt: season.returnCapAt,
    windows,
  }
}
