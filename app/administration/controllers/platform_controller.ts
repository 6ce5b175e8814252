import type { HttpContext } from '@adonisjs/core/http'
import PlatformPolicy from '#app/administration/policies/platform_policy'

export default class PlatformController {
  /** Its first page. */
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(PlatformPolicy).authorize('regions')
    return ctx.response.redirect().toPath('/platform/regions')
  }
}
