import { appendAuditEntry } from '#app/audit/append_entry'
import Dossier from '#app/dossiers/models/dossier'
import Registration from '#app/registrations/models/registration'
import { phoneOf } from '#app/registrations/phone'
import { clock } from '#app/shared/clock'
import { decryptField } from '#app/shared/field_cipher'
import { transaction } from '#app/shared/transaction'

export interface NumbersToReveal {
  row: Dossier
  staffId: string
  /** What leaves the house, for the audit. */
  fields?: readonly ('id_no' | 'phone')[]
}

/**
 * Shows the whole ID and phone number of a dossier's candidate, to compare with the pictures. Who
 * looked is in the audit before the numbers leave (RELIABILITY.md, Security).
 */
export default class RevealNumbers {
  async handle({ row, staffId, fields = ['id_no', 'phone'] }: NumbersToReveal) {
    const registration = await Registration.findOrFail(row.registrationId)
    await transaction(async (trx) => {
      // The chain is the dossier's: its row's lock keeps the entries in one line.
      await Dossier.query({ client: trx }).where('id', row.id).forUpdate().firstOrFail()
      await appendAuditEntry(trx, {
        chain: `dossier:${row.id}`,
        at: clock.now(),
        actor: { kind: 'staff', id: staffId },
        action: 'reveal',
        payload: { fields },
      })
    })
    return {
      idNo: decryptField(registration.idNoEncrypted),
      phone: phoneOf(registration),
    }
  }
}
