import type Staff from '#app/identity/models/staff'
import { keepSecondFactor, newRecoveryCodes } from '#app/identity/second_factors'
import { auditOwnAccount } from '#app/identity/staff_audit'
import { stepOf } from '#app/identity/totp'
import { clock } from '#app/shared/clock'
import { transaction } from '#app/shared/transaction'

/**
 * Keeps a second factor once its first code shows that the app has it. Gives the ten recovery codes,
 * which nobody sees again; null when the code is wrong.
 */
export class EnrolSecondFactor {
  async handle(input: { staff: Staff; secret: string; code: string }): Promise<string[] | null> {
    const { staff, secret, code } = input
    const step = stepOf(secret, code.replaceAll(/\s/g, ''), clock.now())
    if (step === null) return null
    const recovery = await newRecoveryCodes()
    await transaction((trx) => keepSecondFactor(trx, { staffId: staff.id, secret, step, recovery }))
    await auditOwnAccount(staff.id, 'staff.second_factor_enrolled')
    return recovery.codes
  }
}
