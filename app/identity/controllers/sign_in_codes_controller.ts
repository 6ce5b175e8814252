import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { CheckSecondFactor } from '#app/identity/actions/check_second_factor'
import { demandCode } from '#app/identity/demand_code'
import { finishSignIn, pendingStaff } from '#app/identity/staff_sign_in'

/** The second step of the sign-in: the code, or a recovery code. */
export default class SignInCodesController {
  async create(ctx: HttpContext) {
    const staff = await pendingStaff(ctx)
    if (!staff) return ctx.response.redirect().toPath('/staff/login')
    return ctx.inertia.render('identity/sign_in_code', { login: staff.login })
  }

  @inject()
  async store(ctx: HttpContext, checkSecondFactor: CheckSecondFactor) {
    const { i18n, response, session } = ctx
    const staff = await pendingStaff(ctx)
    if (!staff) {
      session.flash('error', i18n.t('identity.errors.SIGN_IN_OVER'))
      return response.redirect().toPath('/staff/login')
    }
    await demandCode(ctx, staff, checkSecondFactor)
    return response.redirect().toPath(await finishSignIn(ctx, staff))
  }
}
