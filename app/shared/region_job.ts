import { Job } from '@adonisjs/queue'
import { runInRegion } from './region_context.js'

/** A job of one region: its payload names the region and `work` runs inside it. */
export abstract class RegionJob<Payload extends { regionId: string }> extends Job<Payload> {
  abstract work(): Promise<void>

  async execute() {
    await runInRegion(this.payload.regionId, () => this.work())
  }
}
