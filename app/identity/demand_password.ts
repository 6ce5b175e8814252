import type { HttpContext } from '@adonisjs/core/http'
import type { VerifyStaff } from '#app/identity/actions/verify_staff'
import { refuseForm } from '#app/identity/form_refusal'
import { deviceOf } from '#app/identity/known_devices'
import type Staff from '#app/identity/models/staff'

/** Asks for one's own password before something of the account changes; what is wrong lands under `current`. */
export async function demandPassword(
  ctx: HttpContext,
  staff: Staff,
  password: string,
  verifyStaff: VerifyStaff
) {
  const { i18n, request } = ctx
  const { login } = staff
  const device = deviceOf(ctx, login)
  const outcome = await verifyStaff.handle({ login, password, address: request.ip(), device })
  if (outcome.ok) return
  if (outcome.code === 'CREDENTIALS_WRONG') refuseForm(i18n, 'current', 'PASSWORD_WRONG')
  refuseForm(i18n, 'current', outcome.code, { minutes: outcome.minutes }, 429)
}
