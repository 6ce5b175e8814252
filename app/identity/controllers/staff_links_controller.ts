import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { SetPassword } from '#app/identity/actions/set_password'
import { refuseForm } from '#app/identity/form_refusal'
import Staff from '#app/identity/models/staff'
import { LONGEST, SHORTEST } from '#app/identity/passwords'
import { auditOwnAccount } from '#app/identity/staff_audit'
import { linkOf } from '#app/identity/staff_links'
import { goOn } from '#app/identity/staff_sign_in'
import { newPasswordValidator } from '#app/identity/validators/staff_account'

/** A one-time link leads here: an invitation, or a password that was forgotten. */
export default class StaffLinksController {
  async show({ inertia, params, response }: HttpContext) {
    // The address is the secret: no other site that is opened from here may learn it.
    response.header('Referrer-Policy', 'same-origin')
    response.header('Cache-Control', 'no-store')
    const found = await staffBehind(params.token)
    if (!found) {
      response.status(404)
      return inertia.render('identity/set_password', { person: null, passwordLength: LENGTH })
    }
    const { kind, staff } = found
    const person = { kind, login: staff.login, name: staff.name }
    return inertia.render('identity/set_password', { person, passwordLength: LENGTH })
  }

  /** Sets the password and goes on as after a sign-in: the code is asked for all the same. */
  @inject()
  async store(ctx: HttpContext, setPassword: SetPassword) {
    const { i18n, params, request, response, session } = ctx
    const { password } = await request.validateUsing(newPasswordValidator)
    const found = await staffBehind(params.token)
    if (!found) return response.redirect().toPath(request.url())
    const { kind, staff } = found
    const problem = await setPassword.handle({ staff, password, token: params.token })
    if (problem) refuseForm(i18n, 'password', problem, LENGTH)
    await auditOwnAccount(
      staff.id,
      kind === 'invitation' ? 'staff.invitation_accepted' : 'staff.password_reset'
    )
    session.flash('success', i18n.t('identity.set_password.done'))
    return response.redirect().toPath(await goOn(ctx, staff))
  }
}

const LENGTH = { min: SHORTEST, max: LONGEST }

async function staffBehind(token: string) {
  const link = await linkOf(token)
  const staff = link && (await Staff.find(link.staffId))
  return link && staff && staff.suspendedAt === null ? { kind: link.kind, staff } : null
}
