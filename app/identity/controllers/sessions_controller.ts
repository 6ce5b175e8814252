import type { HttpContext } from '@adonisjs/core/http'
import { lastPortal } from '#app/identity/pending_sign_ins'
import { CANDIDATE_NAME } from '#app/identity/viewer'

/** The candidate's session at this portal; the registration system keeps its own. */
export default class SessionsController {
  /** Asked by a page whose session ran out, until the candidate has signed in again beside it. */
  async show({ auth, response }: HttpContext) {
    response.header('Cache-Control', 'no-store')
    return { signedIn: await auth.use('candidate').check() }
  }

  async destroy({ auth, i18n, response, session }: HttpContext) {
    const portal = lastPortal(session)
    await auth.use('candidate').logout()
    session.forget(CANDIDATE_NAME)
    session.regenerate()
    session.flash('success', i18n.t('identity.signed_out'))
    return response.redirect().toPath(portal)
  }
}
