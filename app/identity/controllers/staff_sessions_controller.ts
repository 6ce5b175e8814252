import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { VerifyStaff } from '#app/identity/actions/verify_staff'
import { deviceOf } from '#app/identity/known_devices'
import { goOn } from '#app/identity/staff_sign_in'
import { staffCredentialsValidator } from '#app/identity/validators/staff_credentials'

const STATUS = { CREDENTIALS_WRONG: 422, SIGN_IN_THROTTLED: 429 }

/** Staff of all regions sign in here; the URL names the region they work in. */
export default class StaffSessionsController {
  async create({ auth, inertia, response }: HttpContext) {
    const guard = auth.use('staff')
    // A suspended one would be sent back here from there, for ever.
    const works = (await guard.check()) && guard.user!.suspendedAt === null
    if (works) return response.redirect().toPath('/staff')
    return inertia.render('identity/staff_login', {})
  }

  @inject()
  async store(ctx: HttpContext, verifyStaff: VerifyStaff) {
    const { i18n, request, response } = ctx
    const credentials = await request.validateUsing(staffCredentialsValidator)
    const device = deviceOf(ctx, credentials.login)
    const outcome = await verifyStaff.handle({ ...credentials, device, address: request.ip() })
    if (!outcome.ok) {
      // It concerns the form as a whole, so it stands above its fields.
      const message = i18n.t(`errors.${outcome.code}`, { ...outcome })
      const refusal = { field: 'credentials', rule: 'credentials', code: outcome.code, message }
      throw Object.assign(new errors.E_VALIDATION_ERROR([refusal]), {
        status: STATUS[outcome.code],
      })
    }
    return response.redirect().toPath(await goOn(ctx, outcome.staff))
  }

  async destroy({ auth, response, session }: HttpContext) {
    await auth.use('staff').logout()
    session.regenerate()
    return response.redirect().toPath('/staff/login')
  }
}
