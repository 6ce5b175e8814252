import type { JobOptions } from '@adonisjs/queue/types'
import FollowRelease from '#app/dossiers/actions/follow_release'
import { currentSeason } from '#app/regions/queries/current_season'
import { RegionJob } from '#app/shared/region_job'

/** Moves a region's drafts to the current release, whichever that is by now. */
export default class MoveDrafts extends RegionJob<{ regionId: string }> {
  static options: JobOptions = { queue: 'default', maxRetries: 3 }

  async work() {
    const season = (await currentSeason())?.season
    if (!season?.currentReleaseId) return
    await new FollowRelease().handle({
      seasonId: season.id,
      releaseId: season.currentReleaseId,
      states: ['draft'],
      by: { kind: 'system', id: 'release' },
    })
  }
}
