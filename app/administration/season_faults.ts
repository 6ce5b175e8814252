import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'

export interface FormFault {
  /** Path of the field, e.g. `windows.2.end`. */
  field: string
  /** Worded by `season.faults.<rule>`. */
  rule: string
  params?: Record<string, string | number>
}

/** Refuses a form with everything that is wrong with it, each at its field. */
export function refuseFaults(
  { i18n }: Pick<HttpContext, 'i18n'>,
  faults: readonly [FormFault, ...FormFault[]]
): never
export function refuseFaults(
  { i18n }: Pick<HttpContext, 'i18n'>,
  faults: readonly FormFault[]
): void
export function refuseFaults(
  { i18n }: Pick<HttpContext, 'i18n'>,
  faults: readonly FormFault[]
): void {
  if (faults.length === 0) return
  throw new errors.E_VALIDATION_ERROR(
    faults.map(({ field, rule, params }) => ({
      field,
      rule,
      message: i18n.t(`season.faults.${rule}`, params),
    }))
  )
}
