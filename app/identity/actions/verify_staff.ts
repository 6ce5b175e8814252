import { errors } from '@adonisjs/auth'
import Staff from '#app/identity/models/staff'
import { normalizePassword } from '#app/identity/passwords'
import { countersOf, throttled, type Throttled } from '#app/identity/throttle'

export type StaffOutcome =
  { ok: true; staff: Staff } | { ok: false; code: 'CREDENTIALS_WRONG' } | Throttled

/**
 * Checks a staff member's password, in equal time whether the account exists or not. `device` is the
 * mark of a browser that this account has signed in with before.
 */
export class VerifyStaff {
  async handle(input: {
    login: string
    password: string
    address: string
    device: string | null
  }): Promise<StaffOutcome> {
    const { login, password, address, device } = input
    return throttled(countersOf('password', { account: login, address, device }), () =>
      verified(login, normalizePassword(password))
    )
  }
}

/** A suspended account answers as a wrong password does: it says nothing to a guesser. */
async function verified(login: string, password: string): Promise<StaffOutcome> {
  try {
    const staff = await Staff.verifyCredentials(login, password)
    if (staff.suspendedAt === null) return { ok: true, staff }
  } catch (error) {
    if (!(error instanceof errors.E_INVALID_CREDENTIALS)) throw error
  }
  return { ok: false, code: 'CREDENTIALS_WRONG' }
}
