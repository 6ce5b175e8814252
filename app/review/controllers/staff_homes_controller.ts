import type { HttpContext } from '@adonisjs/core/http'
import { readReach } from '#app/review/queries/reach'
import { waitingCount } from '#app/review/queries/queue_totals'
import { staffOf } from '#app/review/reviewer'
import { runInRegion } from '#app/shared/region_context'

export default class StaffHomesController {
  /** Where one works, to choose from; who works in one region only goes straight to its queue. */
  async show(ctx: HttpContext) {
    const { inertia, memberships, response, viewer } = ctx
    const { regions, platform } =
      viewer?.kind === 'staff' ? viewer : { regions: [], platform: false }
    if (regions.length === 1 && !platform)
      return response.redirect().toPath(`/${regions[0].id}/staff/queue`)

    const actor = await staffOf(ctx)
    const tiles = []
    for (const region of regions) {
      const here = memberships.filter(({ regionId }) => regionId === region.id)
      const waiting = await runInRegion(region.id, async () => waitingCount(await readReach(actor)))
      tiles.push({ ...region, roles: [...new Set(here.map(({ role }) => role))], waiting })
    }
    return inertia.render('review/staff_home', { regions: tiles })
  }
}
