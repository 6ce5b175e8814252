import type { JobOptions } from '@adonisjs/queue/types'
import ExpireClaimsAction from '#app/review/actions/expire_claims'
import { RegionJob } from '#app/shared/region_job'

/** Puts a region's dossiers back into their queues when nobody works on them any more. */
export default class ExpireClaims extends RegionJob<{ regionId: string }> {
  static options: JobOptions = { queue: 'default', maxRetries: 3 }

  async work() {
    await new ExpireClaimsAction().handle({ limit: 500 })
  }
}
