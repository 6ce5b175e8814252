import type { HttpContext } from '@adonisjs/core/http'
import type { CheckSecondFactor } from '#app/identity/actions/check_second_factor'
import { refuseForm } from '#app/identity/form_refusal'
import type Staff from '#app/identity/models/staff'
import { codeValidator } from '#app/identity/validators/staff_account'

/** Asks for the `code` of the form to be right; what is wrong with it lands under its field. */
export async function demandCode(
  { i18n, request }: HttpContext,
  staff: Staff,
  checkSecondFactor: CheckSecondFactor
) {
  const { code } = await request.validateUsing(codeValidator)
  const outcome = await checkSecondFactor.handle({ staff, code, address: request.ip() })
  if (outcome.ok) return
  if (outcome.code === 'CODE_WRONG') refuseForm(i18n, 'code', outcome.code)
  refuseForm(i18n, 'code', outcome.code, { minutes: outcome.minutes }, 429)
}
