import type { MembershipValue } from '#app/identity/viewer'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import { currentRegionId, runInRegion } from '#app/shared/region_context'

export interface SeasonSource {
  /** What the form sends. */
  value: string
  region: { id: string; zh: string; en: string }
  year: number
  own: boolean
}

/**
 * Seasons that an administrator may copy: those of this region and of every other that he also
 * administers, newest first.
 */
export async function seasonSources(
  memberships: readonly MembershipValue[]
): Promise<SeasonSource[]> {
  const here = currentRegionId()
  const others = memberships.filter(
    ({ role, regionId }) => role === 'region_admin' && regionId !== here
  )
  const ids = [here, ...new Set(others.map(({ regionId }) => regionId))]
  const sources: SeasonSource[] = []
  for (const id of ids) sources.push(...(await runInRegion(id, () => sourcesIn(id, id === here))))
  return sources
}

async function sourcesIn(regionId: string, own: boolean): Promise<SeasonSource[]> {
  const { id, zh, en } = await Region.findOrFail(regionId)
  const seasons = await Season.query()
    .whereNotNull('current_release_id')
    .orderBy('year', 'desc')
    .orderBy('id')
  return seasons.map((season) => ({
    value: `${id}:${season.id}`,
    region: { id, zh, en },
    year: season.year,
    own,
  }))
}
