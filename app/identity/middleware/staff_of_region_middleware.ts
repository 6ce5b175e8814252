import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { notFound } from '#app/shared/exceptions/refused'

/** Behind `staff` and `region`: who has no role in the region does not learn that it has this page. */
export default class StaffOfRegionMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.memberships.some(({ regionId }) => regionId === ctx.region.id)) notFound()
    return next()
  }
}
