import hash from '@adonisjs/core/services/hash'
import type Staff from '#app/identity/models/staff'
import { normalizePassword, passwordProblem, type PasswordProblem } from '#app/identity/passwords'
import { spendLink, spendLinksOf } from '#app/identity/staff_links'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'
import { revokeSessionsOf } from '#app/shared/session_store_rows'
import { transaction } from '#app/shared/transaction'

/**
 * Gives a person a new password, ends his sessions (all but the one with the id `except`) and spends
 * all links that could set another. What is wrong with the password comes back, null when it is set.
 *
 * @throws Refused NOT_FOUND when the one-time link `token` was used meanwhile
 */
export class SetPassword {
  async handle(input: {
    staff: Staff
    password: string
    token?: string
    except?: string
  }): Promise<PasswordProblem | null> {
    const { staff, password, token, except } = input
    const problem = passwordProblem(password, [staff.login, staff.name])
    if (problem) return problem
    // Hashed before the transaction, which would hold the one connection of SQLite meanwhile.
    const hashed = await hash.use('scrypt').make(normalizePassword(password))
    await transaction(async (trx) => {
      if (token !== undefined && !(await spendLink(trx, token))) notFound()
      await trx
        .from('staff')
        .where('id', staff.id)
        .update({ password: hashed, updated_at: clock.now() })
      await spendLinksOf(trx, staff.id)
      await revokeSessionsOf(staff.id, { except, client: trx })
    })
    await staff.refresh()
    return null
  }
}
