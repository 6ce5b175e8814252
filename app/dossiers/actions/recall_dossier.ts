import { notFound } from '#app/shared/exceptions/refused'
import { passGate, type Passage } from '#app/dossiers/gate'
import { candidateDossier } from '#app/dossiers/queries/candidate_dossier'

/**
 * Row 10: a candidate takes his submission back while nobody has looked at it. Exactly the items
 * that were open before open again.
 *
 * @throws Refused NOT_RECALLABLE, WINDOW_CLOSED, RETURN_DEADLINE_PASSED, STATE_MOVED_ON once claimed
 */
export default class RecallDossier {
  async handle(candidateId: string): Promise<Passage> {
    const dossier = await candidateDossier(candidateId)
    if (!dossier) notFound()
    const by = { kind: 'candidate' as const, id: candidateId }
    return passGate({ dossierId: dossier.id, event: { type: 'recall' }, by })
  }
}
