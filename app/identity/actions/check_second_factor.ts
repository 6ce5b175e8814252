import type Staff from '#app/identity/models/staff'
import { takeCode, takeRecoveryCode } from '#app/identity/second_factors'
import { auditOwnAccount } from '#app/identity/staff_audit'
import { countersOf, throttled, type Throttled } from '#app/identity/throttle'

export type CodeOutcome = { ok: true } | { ok: false; code: 'CODE_WRONG' } | Throttled

/**
 * Takes the code of the authenticator app, or one of the recovery codes. Only who knows the password
 * gets here, so the tries of an account are counted whatever browser they come from.
 */
export class CheckSecondFactor {
  async handle(input: { staff: Staff; code: string; address: string }): Promise<CodeOutcome> {
    const { staff, code, address } = input
    const counters = countersOf('code', { account: staff.id, address, device: null })
    return throttled(counters, async (): Promise<CodeOutcome> => {
      if (await takeCode(staff.id, code.replaceAll(/\s/g, ''))) return { ok: true }
      if (!(await takeRecoveryCode(staff.id, code))) return { ok: false, code: 'CODE_WRONG' }
      await auditOwnAccount(staff.id, 'staff.recovery_code_used')
      return { ok: true }
    })
  }
}
