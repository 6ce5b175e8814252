import type { HttpContext } from '@adonisjs/core/http'
import { permit } from '#app/identity/permit'

export default class PlatformController {
  /** Its first page. */
  async show(ctx: HttpContext) {
    await permit(ctx, 'platform.regions')
    return ctx.response.redirect().toPath('/platform/regions')
  }
}
