import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import Region from '#app/regions/models/region'
import { notFound } from '#app/shared/exceptions/refused'
import { runInRegion } from '#app/shared/region_context'

/** The URL names the region: everything behind this runs inside it. */
export default class RegionMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const region = await Region.find(ctx.params.region)
    if (!region) notFound()
    ctx.region = region
    ctx.logger = ctx.logger.child({ region: region.id })
    return runInRegion(region.id, () => next())
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Set on routes under `/:region`. */
    region: Region
  }
}
