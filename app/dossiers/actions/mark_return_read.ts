import { appendAuditEntry } from '#app/audit/append_entry'
import Dossier from '#app/dossiers/models/dossier'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

/** The candidate has seen that his dossier was returned: nobody has to call him any more. */
export default class MarkReturnRead {
  async handle({ id, candidateId }: Pick<Dossier, 'id' | 'candidateId'>) {
    await transaction(async (trx) => {
      // The chain is the dossier's: its row's lock keeps the entries in one line.
      const row = await Dossier.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
      if (row.unreadSince === null) return
      await trx
        .from(Dossier.table)
        .where({ region_id: currentRegionId(), id })
        .update({ unread_since: null })
      await appendAuditEntry(trx, {
        chain: `dossier:${id}`,
        at: clock.now(),
        actor: { kind: 'candidate', id: candidateId },
        action: 'return_read',
        payload: {},
      })
    })
  }
}
