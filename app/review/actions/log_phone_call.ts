import { v7 as uuid } from 'uuid'
import { appendAuditEntry } from '#app/audit/append_entry'
import Dossier from '#app/dossiers/models/dossier'
import PhoneCall from '#app/review/models/phone_call'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import { transaction } from '#app/shared/transaction'

export interface CallToLog {
  dossierId: string
  staffId: string
  outcome: PhoneCall['outcome']
  note: string | null
}

/**
 * Keeps that a candidate was called about a return and how it went; the words stay out of the audit
 * chain. Who was reached leaves the phone list.
 *
 * @throws Refused STATE_MOVED_ON where nothing is returned any more
 */
export default class LogPhoneCall {
  handle({ dossierId, staffId, outcome, note }: CallToLog): Promise<void> {
    return transaction(async (trx) => {
      const dossier = await Dossier.query({ client: trx })
        .where('id', dossierId)
        .forUpdate()
        .firstOrFail()
      if (dossier.state !== 'returned') refuse('STATE_MOVED_ON', { state: dossier.state })
      const at = clock.now()
      const call = { id: uuid(), dossierId, staffId, outcome, note, calledAt: at }
      await PhoneCall.create(call, { client: trx })
      await appendAuditEntry(trx, {
        chain: `dossier:${dossierId}`,
        at,
        actor: { kind: 'staff', id: staffId },
        action: 'phone_call',
        payload: { call: call.id, outcome },
      })
    })
  }
}
