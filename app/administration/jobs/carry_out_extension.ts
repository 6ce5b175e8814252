import type { JobOptions } from '@adonisjs/queue/types'
import { carryOutExtension } from '#app/administration/actions/carry_out_extension'
import { RegionJob } from '#app/shared/region_job'

/** Lets a region's dossiers follow an extension for everyone. */
export default class CarryOutExtension extends RegionJob<{
  regionId: string
  extensionId: string
}> {
  static options: JobOptions = { queue: 'default', maxRetries: 3 }

  async work() {
    await carryOutExtension(this.payload.extensionId)
  }
}
