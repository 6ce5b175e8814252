import type { I18n } from '@adonisjs/i18n'
import { errors } from '@vinejs/vine'

/**
 * A refusal that belongs to a field of a form (or, under a name of its own, to the form as a whole):
 * `identity.errors.<code>` says it.
 */
export function refuseForm(
  i18n: I18n,
  field: string,
  code: string,
  params: Record<string, string | number> = {},
  status = 422
): never {
  const refusal = { field, rule: code, code, message: i18n.t(`identity.errors.${code}`, params) }
  throw Object.assign(new errors.E_VALIDATION_ERROR([refusal]), { status })
}
