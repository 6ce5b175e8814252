import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import identityConfig from '#config/identity'
import { CheckSecondFactor } from '#app/identity/actions/check_second_factor'
import { EnrolSecondFactor } from '#app/identity/actions/enrol_second_factor'
import { demandCode } from '#app/identity/demand_code'
import { enrollingStaff, forgetEnrolment, qrOf, secretToEnrol } from '#app/identity/enrolments'
import { refuseForm } from '#app/identity/form_refusal'
import { removeSecondFactor, secondFactorOf } from '#app/identity/second_factors'
import { showOnce } from '#app/identity/shown_once'
import { auditOwnAccount } from '#app/identity/staff_audit'
import { finishSignIn } from '#app/identity/staff_sign_in'
import { codeValidator } from '#app/identity/validators/staff_account'
import { refuse } from '#app/shared/exceptions/refused'
import { revokeSessionsOf } from '#app/shared/session_store_rows'
import { transaction } from '#app/shared/transaction'

/** Setting up the authenticator app: at the first sign-in, or from the account page. */
export default class SecondFactorsController {
  async create(ctx: HttpContext) {
    const { inertia, response } = ctx
    const who = await enrollingStaff(ctx)
    if (!who) return response.redirect().toPath('/staff/login')
    // Who has one replaces it by removing it first, with its code.
    if (await secondFactorOf(who.staff.id)) {
      return response.redirect().toPath(who.signedIn ? '/staff/account' : '/staff/login/code')
    }
    const secret = secretToEnrol(ctx, who.staff)
    response.header('Cache-Control', 'no-store')
    return inertia.render('identity/second_factor', {
      login: who.staff.login,
      signedIn: who.signedIn,
      secret: secret.match(/.{4}/g)!.join(' '),
      qr: qrOf(secret, who.staff.login),
    })
  }

  @inject()
  async store(ctx: HttpContext, enrolSecondFactor: EnrolSecondFactor) {
    const { i18n, request, response, session } = ctx
    const { code } = await request.validateUsing(codeValidator)
    const who = await enrollingStaff(ctx)
    if (!who) return response.redirect().toPath('/staff/login')
    if (await secondFactorOf(who.staff.id)) refuse('STATE_MOVED_ON')

    const secret = secretToEnrol(ctx, who.staff)
    const codes = await enrolSecondFactor.handle({ staff: who.staff, secret, code })
    if (!codes) refuseForm(i18n, 'code', 'CODE_WRONG')
    forgetEnrolment(ctx)
    if (!who.signedIn) await finishSignIn(ctx, who.staff)
    showOnce(session, 'recoveryCodes', codes)
    return response.redirect().toPath('/staff/recovery-codes')
  }

  /** Only with its own code: a computer that was left alone is not enough. */
  @inject()
  async destroy(ctx: HttpContext, checkSecondFactor: CheckSecondFactor) {
    const { auth, i18n, response, session } = ctx
    const staff = auth.use('staff').getUserOrFail()
    await demandCode(ctx, staff, checkSecondFactor)
    const except = session.sessionId
    await transaction(async (trx) => {
      await removeSecondFactor(trx, staff.id)
      await revokeSessionsOf(staff.id, { except, client: trx })
    })
    await auditOwnAccount(staff.id, 'staff.second_factor_removed')
    session.flash('success', i18n.t('identity.second_factor.removed'))
    const next = identityConfig.secondFactor === 'required' ? 'second-factor' : 'account'
    return response.redirect().toPath(`/staff/${next}`)
  }
}
