import { appendAuditEntry } from '#app/audit/append_entry'
import Registration from '#app/registrations/models/registration'
import { phoneOf } from '#app/registrations/phone'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import { blindIndex, encryptField } from '#app/shared/field_cipher'
import { transaction } from '#app/shared/transaction'

export interface ConfirmedPhone {
  registrationId: string
  /** Another number than the registered one; null says that this one is right. */
  phone: string | null
}

/**
 * Keeps the phone at which a candidate says he is reached, sealed like the registered one, and when
 * he said it. The number itself stands in no log.
 */
export class ConfirmPhone {
  /** @throws Refused PHONE_CONFIRMED_ALREADY */
  async handle({ registrationId, phone }: ConfirmedPhone): Promise<void> {
    await transaction(async (trx) => {
      const registration = await Registration.query({ client: trx })
        .where('id', registrationId)
        .forUpdate()
        .firstOrFail()
      if (registration.phoneConfirmedAt !== null) refuse('PHONE_CONFIRMED_ALREADY')
      const now = clock.now()
      const number = phone ?? phoneOf(registration)
      const index = blindIndex('phone', number)
      await registration
        .merge({
          contactPhoneEncrypted: encryptField(number),
          contactPhoneIndex: index,
          phoneConfirmedAt: now,
        })
        .save()
      await appendAuditEntry(trx, {
        chain: `registration:${registration.id}`,
        at: now,
        actor: { kind: 'candidate', id: registration.candidateId },
        action: 'phone_confirmed',
        payload: { asRegistered: index === registration.phoneIndex },
      })
    })
  }
}
