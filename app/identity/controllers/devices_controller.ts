import type { HttpContext } from '@adonisjs/core/http'
import { revokeSessionsOf } from '#app/shared/session_store_rows'

/** Where a person is signed in besides here. */
export default class DevicesController {
  /** One of them: another person's is none of his. */
  async destroy({ auth, i18n, params, response, session }: HttpContext) {
    await revokeSessionsOf(auth.use('staff').getUserOrFail().id, { only: params.device })
    session.flash('success', i18n.t('identity.account.device_signed_out'))
    return response.redirect().toPath('/staff/account')
  }

  /** All of them and this one too. */
  async clear({ auth, i18n, response, session }: HttpContext) {
    const guard = auth.use('staff')
    await revokeSessionsOf(guard.getUserOrFail().id)
    await guard.logout()
    session.regenerate()
    session.flash('success', i18n.t('identity.account.signed_out_everywhere'))
    return response.redirect().toPath('/staff/login')
  }
}
