import { appendAuditEntry } from '#app/audit/append_entry'
import Dossier from '#app/dossiers/models/dossier'
import { clock } from '#app/shared/clock'
import { transaction } from '#app/shared/transaction'

/** Keeps in a dossier's chain who takes it out of the house, before its first byte leaves. */
export default class NoteDossierExport {
  async handle({ id, staffId, as }: { id: string; staffId: string; as: 'archive' | 'print' }) {
    await transaction(async (trx) => {
      // The chain is the dossier's: its row's lock keeps the entries in one line.
      await Dossier.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
      await appendAuditEntry(trx, {
        chain: `dossier:${id}`,
        at: clock.now(),
        actor: { kind: 'staff', id: staffId },
        action: 'export',
        payload: { as },
      })
    })
  }
}
