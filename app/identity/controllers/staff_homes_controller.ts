import type { HttpContext } from '@adonisjs/core/http'
import { waitingCount } from '#app/identity/queries/waiting_counts'
import { runInRegion } from '#app/shared/region_context'

export default class StaffHomesController {
  /** Where one works, to choose from; who works in one region only goes straight to its queue. */
  async show({ inertia, memberships, response, viewer }: HttpContext) {
    const { regions, platform } =
      viewer?.kind === 'staff' ? viewer : { regions: [], platform: false }
    if (regions.length === 1 && !platform)
      return response.redirect().toPath(`/${regions[0].id}/staff/queue`)

    const tiles = []
    for (const region of regions) {
      const here = memberships.filter(({ regionId }) => regionId === region.id)
      const waiting = await runInRegion(region.id, () => waitingCount(region.id, here))
      tiles.push({ ...region, roles: [...new Set(here.map(({ role }) => role))], waiting })
    }
    return inertia.render('identity/staff_home', { regions: tiles })
  }
}
