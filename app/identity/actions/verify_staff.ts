import { errors } from '@adonisjs/auth'
import limiter from '@adonisjs/limiter/services/main'
import Staff from '#app/identity/models/staff'

export type StaffOutcome =
  | { ok: true; staff: Staff }
  | { ok: false; code: 'CREDENTIALS_WRONG' }
  | { ok: false; code: 'SIGN_IN_THROTTLED'; minutes: number }

const TRIES = { requests: 5, duration: '15 mins', blockDuration: '15 mins' } as const

/**
 * Checks a staff member's password, in equal time whether the account exists or not. Wrong tries are
 * counted per account and address, so that nobody can lock another person out from elsewhere.
 */
export class VerifyStaff {
  async handle(input: { login: string; password: string; address: string }): Promise<StaffOutcome> {
    const { login, password, address } = input
    const [throttled, outcome] = await limiter
      .use(TRIES)
      .penalize(`staff sign-in ${login} ${address}`, () => verified(login, password))
      .catch((error): [null, StaffOutcome] => {
        if (!(error instanceof errors.E_INVALID_CREDENTIALS)) throw error
        return [null, { ok: false, code: 'CREDENTIALS_WRONG' }]
      })
    if (!throttled) return outcome
    const minutes = Math.ceil(throttled.response.availableIn / 60)
    return { ok: false, code: 'SIGN_IN_THROTTLED', minutes }
  }
}

/** A suspended account answers as a wrong password does: it says nothing to a guesser. */
async function verified(login: string, password: string): Promise<StaffOutcome> {
  const staff = await Staff.verifyCredentials(login, password)
  if (staff.suspendedAt !== null) throw new errors.E_INVALID_CREDENTIALS('suspended')
  return { ok: true, staff }
}
