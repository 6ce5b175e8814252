import { Schedule } from '@adonisjs/queue'
import Region from '#app/regions/models/region'
import CareForRegion from '#app/dossiers/jobs/care_for_region'

const scheduled = new Set<string>()

/**
 * Sees to it that each region has its night: called again and again, because regions are added while
 * the portal runs. The regions take turns, so that none waits behind a large one for long.
 */
export async function scheduleCare(): Promise<void> {
  const regions = await Region.query().orderBy('id').select('id')
  const fresh = regions.map(({ id }) => id).filter((id) => !scheduled.has(id))
  for (const regionId of fresh) {
    const minute = (regions.findIndex(({ id }) => id === regionId) * 7) % 60
    // One that is known from before may have been paused by somebody.
    if (!(await Schedule.find(`care:${regionId}`))) {
      await CareForRegion.schedule({ regionId })
        .id(`care:${regionId}`)
        .cron(`${minute} 3 * * *`)
        .timezone('Asia/Shanghai')
    }
    scheduled.add(regionId)
  }
}
