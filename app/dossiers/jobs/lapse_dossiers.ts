import type { JobOptions } from '@adonisjs/queue/types'
import LapseDossiersAction from '#app/dossiers/actions/lapse_dossiers'
import { RegionJob } from '#app/shared/region_job'

/** Ends what a region's candidates did not finish in time. */
export default class LapseDossiers extends RegionJob<{ regionId: string }> {
  static options: JobOptions = { queue: 'default', maxRetries: 3 }

  async work() {
    const action = new LapseDossiersAction()
    // In batches until nothing moves: what is left is still in its grace.
    while ((await action.handle()) > 0);
  }
}
