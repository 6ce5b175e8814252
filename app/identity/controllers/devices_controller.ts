import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#app/shared/exceptions/refused'
import { revokeSessionsOf } from '#app/shared/session_store_rows'

/** Where a person is signed in besides here. */
export default class DevicesController {
  /** One of them: another person's is none of his, and missing. */
  async destroy({ auth, i18n, params, response, session }: HttpContext) {
    const { id } = auth.use('staff').getUserOrFail()
    if ((await revokeSessionsOf(id, { only: params.device })) === 0) notFound()
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
