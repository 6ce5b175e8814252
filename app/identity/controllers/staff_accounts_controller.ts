import type { HttpContext } from '@adonisjs/core/http'
import identityConfig from '#config/identity'
import { LONGEST, SHORTEST } from '#app/identity/passwords'
import { recoveryCodesLeft, secondFactorOf } from '#app/identity/second_factors'
import { liveSessionsOf, sessionKey } from '#app/shared/session_store_rows'

/** One's own account: password, second factor, where one is signed in. */
export default class StaffAccountsController {
  async show({ auth, inertia, session }: HttpContext) {
    const staff = auth.use('staff').getUserOrFail()
    const secondFactor = await secondFactorOf(staff.id)
    const here = sessionKey(session.sessionId)
    const sessions = await liveSessionsOf(staff.id)
    return inertia.render('identity/account', {
      name: staff.name,
      login: staff.login,
      mail: identityConfig.mail ? { email: staff.email } : null,
      hasIdNumber: staff.idNoIndex !== null,
      passwordLength: { min: SHORTEST, max: LONGEST },
      secondFactor: {
        required: identityConfig.secondFactor === 'required',
        since: secondFactor && Number(secondFactor.created_at),
        recoveryCodes: secondFactor ? await recoveryCodesLeft(staff.id) : 0,
      },
      sessions: sessions.map((row) => ({
        id: row.id,
        here: row.id === here,
        userAgent: row.user_agent,
        ip: row.ip,
        signedInAt: Number(row.signed_in_at),
        usedAt: Number(row.touched_at),
      })),
    })
  }
}
