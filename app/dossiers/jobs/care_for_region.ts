import logger from '@adonisjs/core/services/logger'
import type { JobOptions } from '@adonisjs/queue/types'
import CareForRegionAction from '#app/dossiers/actions/care_for_region'
import { RegionJob } from '#app/shared/region_job'

/** What each region gets every night. */
export default class CareForRegion extends RegionJob<{ regionId: string }> {
  static options: JobOptions = { queue: 'default', maxRetries: 1 }

  async work() {
    const { regionId: region } = this.payload
    const { breaches, ...done } = await new CareForRegionAction().handle()
    logger.info({ region, ...done }, 'the region was swept and verified')
    for (const breach of breaches) logger.error({ region, ...breach }, 'a promise is broken')
  }
}
