import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { VerifyStaff } from '#app/identity/actions/verify_staff'
import { demandPassword } from '#app/identity/demand_password'
import { auditOwnAccount } from '#app/identity/staff_audit'
import { mailAddressValidator } from '#app/identity/validators/staff_account'

/** Where one's own links go. Who could change it could have the next link, so the password is asked for. */
export default class MailAddressesController {
  @inject()
  async update(ctx: HttpContext, verifyStaff: VerifyStaff) {
    const { auth, i18n, request, response, session } = ctx
    const staff = auth.use('staff').getUserOrFail()
    const { current, email } = await request.validateUsing(mailAddressValidator)
    await demandPassword(ctx, staff, current, verifyStaff)
    await staff.merge({ email: email ?? null }).save()
    await auditOwnAccount(staff.id, 'staff.mail_address_changed')
    session.flash('success', i18n.t('identity.account.email_saved'))
    return response.redirect().toPath('/staff/account')
  }
}
