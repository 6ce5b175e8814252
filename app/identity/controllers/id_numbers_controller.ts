import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { VerifyStaff } from '#app/identity/actions/verify_staff'
import { demandPassword } from '#app/identity/demand_password'
import { auditOwnAccount } from '#app/identity/staff_audit'
import { idNumberValidator, ownPasswordValidator } from '#app/identity/validators/staff_account'
import { blindIndex, encryptField } from '#app/shared/field_cipher'

/**
 * One's own ID number, given freely and shown to nobody: by its blind index nobody gets his own file
 * to review (dossiers/conflict.ts). Who takes it away could then take his own file, so giving and
 * removing ask for the password and stand in the audit.
 */
export default class IdNumbersController {
  @inject()
  async update(ctx: HttpContext, verifyStaff: VerifyStaff) {
    const { auth, i18n, request, response, session } = ctx
    const staff = auth.use('staff').getUserOrFail()
    const { current, idNo } = await request.validateUsing(idNumberValidator)
    await demandPassword(ctx, staff, current, verifyStaff)
    const idNoIndex = blindIndex('id_no', idNo)
    await staff.merge({ idNoEncrypted: encryptField(idNo), idNoIndex }).save()
    await auditOwnAccount(staff.id, 'staff.id_number_given')
    session.flash('success', i18n.t('identity.account.id_no_saved'))
    return response.redirect().toPath('/staff/account')
  }

  @inject()
  async destroy(ctx: HttpContext, verifyStaff: VerifyStaff) {
    const { auth, i18n, request, response, session } = ctx
    const staff = auth.use('staff').getUserOrFail()
    const { current } = await request.validateUsing(ownPasswordValidator)
    await demandPassword(ctx, staff, current, verifyStaff)
    await staff.merge({ idNoEncrypted: null, idNoIndex: null }).save()
    await auditOwnAccount(staff.id, 'staff.id_number_removed')
    session.flash('success', i18n.t('identity.account.id_no_removed'))
    return response.redirect().toPath('/staff/account')
  }
}
