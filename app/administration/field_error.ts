import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'

/** Refuses a form at one of its fields, for what only the database knows; worded as `field.rule`. */
export function refuseField(
  { i18n }: Pick<HttpContext, 'i18n'>,
  field: string,
  rule: string
): never {
  const message = i18n.t(`validator.shared.messages.${field}.${rule}`)
  throw new errors.E_VALIDATION_ERROR([{ field, rule, message }])
}
