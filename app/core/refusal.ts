/** Why something was not done, as data: an i18n key `errors.<code>`, its parameters, the items it concerns. */
export interface Refusal {
  code: string
  params?: Record<string, string | number>
  items?: readonly string[]
}
