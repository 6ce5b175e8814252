import type { HttpContext } from '@adonisjs/core/http'
import { waitingCount } from '#app/identity/queries/waiting_counts'
import { runInRegion } from '#app/shared/region_context'

export default class StaffHomesController {
  /** The regions to choose from; who works in one only goes straight to its queue. */
  async show({ inertia, memberships, response, viewer }: HttpContext) {
    const regions = viewer?.kind === 'staff' ? viewer.regions : []
    if (regions.length === 1) return response.redirect().toPath(`/${regions[0].id}/staff/queue`)

    const tiles = []
    for (const region of regions) {
      const here = memberships.filter(({ regionId }) => regionId === region.id)
      const waiting = await runInRegion(region.id, () => waitingCount(region.id, here))
      tiles.push({ ...region, roles: [...new Set(here.map(({ role }) => role))], waiting })
    }
    return inertia.render('identity/staff_home', { regions: tiles })
  }
}
