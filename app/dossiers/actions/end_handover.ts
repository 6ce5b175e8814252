import { appendAuditEntry } from '#app/audit/append_entry'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'
import { transaction } from '#app/shared/transaction'
import Handover from '#app/dossiers/models/handover'

/** The candidate takes a link back before its time; pictures that came over it stay. */
export default class EndHandover {
  async handle(candidateId: string, id: string): Promise<void> {
    await transaction(async (trx) => {
      const handover = await Handover.query({ client: trx }).where('id', id).forUpdate().first()
      if (handover?.candidateId !== candidateId) notFound()
      if (handover.revokedAt !== null) return
      const now = clock.now()
      await handover.useTransaction(trx).merge({ revokedAt: now }).save()
      await appendAuditEntry(trx, {
        chain: `handover:${id}`,
        at: now,
        actor: { kind: 'candidate', id: candidateId },
        action: 'handover.end',
        payload: {},
      })
    })
  }
}
