import { v7 as uuid } from 'uuid'
import { lockReason } from '#app/core/lock'
import { appendAuditEntry } from '#app/audit/append_entry'
import { clock } from '#app/shared/clock'
import { notFound, refuse } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import { readSurroundings, windowAt } from '#app/dossiers/circumstances'
import {
  countHandover,
  HANDOVER_LIFETIME,
  handoverHash,
  newHandoverToken,
} from '#app/dossiers/handovers'
import Dossier from '#app/dossiers/models/dossier'
import Handover from '#app/dossiers/models/handover'
import { candidateDossier } from '#app/dossiers/queries/candidate_dossier'
import { readDossier } from '#app/dossiers/read_dossier'

export interface OpenedHandover {
  id: string
  /** Of the region, with the token: the only time that anybody but the phone has it. */
  path: string
  expiresAt: number
}

/**
 * Opens a link by which a phone may add pictures to the candidate's dossier, or to one item of it,
 * for a quarter of an hour. An earlier link of the dossier ends.
 *
 * @throws Refused NOT_FOUND, ITEM_LOCKED, NOTHING_TO_UPLOAD
 */
export default class OpenHandover {
  async handle(candidateId: string, itemId: string | null): Promise<OpenedHandover> {
    const row = await candidateDossier(candidateId)
    if (!row) notFound()
    await this.#mustTakePictures(row, itemId)
    await countHandover(row)

    const token = newHandoverToken()
    const id = uuid()
    const now = clock.now()
    const expiresAt = now + HANDOVER_LIFETIME
    await transaction(async (trx) => {
      // Of two tabs that open one at once, the second ends the first's.
      await Dossier.query({ client: trx }).where('id', row.id).forUpdate().firstOrFail()
      await Handover.query({ client: trx })
        .where('regionId', currentRegionId())
        .where('dossierId', row.id)
        .whereNull('revokedAt')
        .update({ revoked_at: now })
      await Handover.create(
        {
          id,
          dossierId: row.id,
          candidateId,
          itemId,
          tokenHash: handoverHash(token),
          createdAt: now,
          expiresAt,
          openedAt: null,
          revokedAt: null,
        },
        { client: trx }
      )
      await appendAuditEntry(trx, {
        chain: `handover:${id}`,
        at: now,
        actor: { kind: 'candidate', id: candidateId },
        action: 'handover.open',
        payload: { dossier: row.id, item: itemId, expiresAt },
      })
    })
    return { id, path: `/${row.regionId}/handovers/${token}`, expiresAt }
  }

  async #mustTakePictures(row: Dossier, itemId: string | null) {
    const { core, release } = await readDossier(row)
    const now = clock.now()
    const window = windowAt(await readSurroundings(row.registrationId), release, now)
    const locks = core.items
      .filter(({ id }) => itemId === null || id === itemId)
      .map((item) => lockReason(core, item, window, now))
    if (itemId !== null && locks.length === 0) notFound()
    if (locks.includes(null)) return
    if (itemId !== null) refuse('ITEM_LOCKED', { reason: locks[0]! }, [itemId])
    refuse('NOTHING_TO_UPLOAD')
  }
}
