import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { SetPassword } from '#app/identity/actions/set_password'
import { VerifyStaff } from '#app/identity/actions/verify_staff'
import { demandPassword } from '#app/identity/demand_password'
import { refuseForm } from '#app/identity/form_refusal'
import { LONGEST, SHORTEST } from '#app/identity/passwords'
import { auditOwnAccount } from '#app/identity/staff_audit'
import { passwordChangeValidator } from '#app/identity/validators/staff_account'

@inject()
export default class StaffPasswordsController {
  constructor(
    private verifyStaff: VerifyStaff,
    private setPassword: SetPassword
  ) {}

  async update(ctx: HttpContext) {
    const { auth, i18n, request, response, session } = ctx
    const staff = auth.use('staff').getUserOrFail()
    const { current, password } = await request.validateUsing(passwordChangeValidator)
    await demandPassword(ctx, staff, current, this.verifyStaff)
    const except = session.sessionId
    const problem = await this.setPassword.handle({ staff, password, except })
    if (problem) refuseForm(i18n, 'password', problem, { min: SHORTEST, max: LONGEST })
    session.regenerate()
    await auditOwnAccount(staff.id, 'staff.password_changed')
    session.flash('success', i18n.t('identity.account.password_changed'))
    return response.redirect().toPath('/staff/account')
  }
}
