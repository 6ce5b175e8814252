import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { regionPeople } from '#app/identity/queries/region_people'
import { refuse } from '#app/shared/exceptions/refused'

/**
 * Demands that the region has somebody left who can manage it: not suspended, and with a password.
 * Asked inside the transaction that holds the region's row, after the change, which it rolls back.
 *
 * @throws Refused LAST_ADMIN
 */
export async function demandAdmin(trx: TransactionClientContract) {
  const people = await regionPeople(undefined, trx)
  const someone = people.some(
    ({ invited, places, suspended }) =>
      !invited && !suspended && places.some(({ role }) => role === 'region_admin')
  )
  if (!someone) refuse('LAST_ADMIN')
}

/** Whether a change of these roles could leave the region without an administrator. */
export function holdsAdmin(places: readonly { role: string }[]): boolean {
  return places.some(({ role }) => role === 'region_admin')
}
