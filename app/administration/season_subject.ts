import type { HttpContext } from '@adonisjs/core/http'
import { auditName } from '#app/identity/staff_actor'
import Season from '#app/regions/models/season'
import RegionPolicy from '#app/regions/policies/region_policy'

/** The season that the address names, for who looks at it: staff of its region. */
export async function seenSeason(ctx: HttpContext): Promise<Season> {
  await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
  return Season.findOrFail(ctx.params.season)
}

/** The same for who changes it: a season that is none of the region's is missing before it is forbidden. */
export async function seasonToChange(ctx: HttpContext) {
  const season = await seenSeason(ctx)
  await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
  return { season, by: auditName(ctx) }
}
