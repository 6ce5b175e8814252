import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { CheckSecondFactor } from '#app/identity/actions/check_second_factor'
import { demandCode } from '#app/identity/demand_code'
import { newRecoveryCodes, replaceRecoveryCodes } from '#app/identity/second_factors'
import { showOnce, shownOnce } from '#app/identity/shown_once'
import { auditOwnAccount } from '#app/identity/staff_audit'
import { transaction } from '#app/shared/transaction'

/** Ten codes for the day on which the phone is gone. */
export default class RecoveryCodesController {
  async show({ auth, inertia, response, session }: HttpContext) {
    const codes = shownOnce(session, 'recoveryCodes')
    if (!codes) return response.redirect().toPath('/staff/account')
    response.header('Cache-Control', 'no-store')
    const { login } = auth.use('staff').getUserOrFail()
    return inertia.render('identity/recovery_codes', { codes, login })
  }

  @inject()
  async store(ctx: HttpContext, checkSecondFactor: CheckSecondFactor) {
    const staff = ctx.auth.use('staff').getUserOrFail()
    await demandCode(ctx, staff, checkSecondFactor)
    const recovery = await newRecoveryCodes()
    await transaction((trx) => replaceRecoveryCodes(trx, staff.id, recovery))
    await auditOwnAccount(staff.id, 'staff.recovery_codes_made')
    showOnce(ctx.session, 'recoveryCodes', recovery.codes)
    return ctx.response.redirect().toPath('/staff/recovery-codes')
  }
}
