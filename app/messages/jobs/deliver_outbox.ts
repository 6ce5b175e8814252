import type { JobOptions } from '@adonisjs/queue/types'
import { deliverOutbox } from '#app/messages/actions/deliver_outbox'
import { RegionJob } from '#app/shared/region_job'

/** Carries out what transitions of a region left in the outbox. */
export default class DeliverOutbox extends RegionJob<{ regionId: string }> {
  static options: JobOptions = { queue: 'default', maxRetries: 3 }

  async work() {
    await deliverOutbox()
  }
}
