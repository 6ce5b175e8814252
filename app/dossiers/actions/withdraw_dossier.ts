import { announceOutbox } from '#app/messages/actions/announce_due_outboxes'
import { notFound } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { passGate, type Passage } from '#app/dossiers/gate'
import { candidateDossier } from '#app/dossiers/queries/candidate_dossier'

/**
 * Row 14: a candidate gives his dossier up for good. He may begin another one while uploads are open.
 *
 * @throws Refused STATE_MOVED_ON for one that has ended
 */
export default class WithdrawDossier {
  async handle(candidateId: string): Promise<Passage> {
    const dossier = await candidateDossier(candidateId)
    if (!dossier) notFound()
    const by = { kind: 'candidate' as const, id: candidateId }
    const passage = await passGate({ dossierId: dossier.id, event: { type: 'withdraw' }, by })
    await announceOutbox(currentRegionId())
    return passage
  }
}
