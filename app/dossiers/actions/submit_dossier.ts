import { notFound } from '#app/shared/exceptions/refused'
import { fingerprint } from '#app/shared/idempotency'
import { currentRegionId } from '#app/shared/region_context'
import { announceOutbox } from '#app/messages/actions/announce_due_outboxes'
import { passGate } from '#app/dossiers/gate'
import { candidateDossier } from '#app/dossiers/queries/candidate_dossier'

export interface Submit {
  candidateId: string
  /** Version of the declaration that was read and ticked. */
  declarationVersion: string
  idempotencyKey: string | null
}

/**
 * Rows 3 and 6: all items lock, a manifest and a receipt are kept. A repeated request gets the
 * first one's receipt.
 *
 * @throws Refused with what still stands in the way (core/item_state), or ALREADY_SUBMITTED
 */
export default class SubmitDossier {
  async handle({ candidateId, declarationVersion, idempotencyKey }: Submit) {
    const dossier = await candidateDossier(candidateId)
    if (!dossier) notFound()
    const passage = await passGate({
      dossierId: dossier.id,
      event: { type: 'submit', declarationVersion },
      by: { kind: 'candidate', id: candidateId },
      ...(idempotencyKey && {
        repeatable: {
          actor: `candidate:${candidateId}`,
          key: idempotencyKey,
          fingerprint: fingerprint('submit', dossier.id, declarationVersion),
        },
      }),
    })
    await announceOutbox(currentRegionId())
    return passage
  }
}
