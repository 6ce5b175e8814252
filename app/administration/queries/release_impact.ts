import type { State } from '#app/core/dossier'
import Dossier from '#app/dossiers/models/dossier'
import { currentRegionId } from '#app/shared/region_context'

export type Counts = Partial<Record<State, number>>

/** How many live dossiers of a season stand in each state, by the release that they are pinned to. */
export async function dossiersByRelease(seasonId: string): Promise<Map<string, Counts>> {
  const rows = await Dossier.query()
    .where('regionId', currentRegionId())
    .where({ seasonId, live: 1 })
    .groupBy('release_id', 'state')
    .select('release_id', 'state')
    .count('* as total')
  const byRelease = new Map<string, Counts>()
  for (const { releaseId, state, $extras } of rows) {
    const counts = byRelease.get(releaseId) ?? {}
    byRelease.set(releaseId, { ...counts, [state]: Number($extras.total) })
  }
  return byRelease
}

/** All releases together, without the one that dossiers are to be moved to. */
export function elsewhere(byRelease: Map<string, Counts>, releaseId: string | null): Counts {
  const total: Counts = {}
  for (const [id, counts] of byRelease) {
    if (id === releaseId) continue
    for (const [state, n] of Object.entries(counts) as [State, number][]) {
      total[state] = (total[state] ?? 0) + n
    }
  }
  return total
}
