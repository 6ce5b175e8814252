import { Bouncer } from '@adonisjs/bouncer'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Actor } from '#app/core/access'
import { staffActor } from '#app/identity/staff_actor'
import { loadStaffViewer } from '#app/identity/viewer'
import { refuse } from '#app/shared/exceptions/refused'

/** Only signed-in staff that nobody suspended. */
export default class StaffMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const guard = ctx.auth.use('staff')
    if (!(await guard.check()) || guard.user!.suspendedAt !== null) {
      const wantsPage =
        ctx.request.method() === 'GET' && !ctx.request.accepts(['html', 'json'])?.includes('json')
      if (wantsPage) return ctx.response.redirect().toPath('/staff/login')
      refuse('SIGN_IN_REQUIRED')
    }
    await loadStaffViewer(ctx, guard.user!)
    ctx.bouncer = new Bouncer(await staffActor(ctx)).setContainerResolver(ctx.containerResolver)
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Asks policies for the signed-in member of staff. */
    bouncer: Bouncer<Actor>
  }
}
