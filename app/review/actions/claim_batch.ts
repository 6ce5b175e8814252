import { passGate } from '#app/dossiers/gate'
import { namedDossiers } from '#app/review/queries/named_dossiers'
import { pathOf, readReach } from '#app/review/queries/reach'
import { reviewerOf, type StaffActor } from '#app/review/reviewer'
import { Refused } from '#app/shared/exceptions/refused'

export interface ClaimedBatch {
  claimed: string[]
  /** What was not to be had, by name, and the code of why: mostly somebody was faster. */
  missed: { id: string; name: string; code: string }[]
}

/**
 * 批量领取: each that is still to be had becomes his, one transaction each, so that one that is gone
 * spoils no other. What he does not see is left out without a word, like a missing one.
 */
export default class ClaimBatch {
  async handle({ actor, dossierIds }: { actor: StaffActor; dossierIds: string[] }) {
    const reach = await readReach(actor)
    const batch: ClaimedBatch = { claimed: [], missed: [] }
    for (const { id, candidateId, examPointId, regionId, name } of await namedDossiers(
      reach,
      dossierIds
    )) {
      const point = reach.points.find((one) => one.id === examPointId)!
      const by = reviewerOf(actor, { regionId, candidateId, pointPath: pathOf(point) })
      try {
        await passGate({ dossierId: id, event: { type: 'claim' }, by })
        batch.claimed.push(id)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        batch.missed.push({ id, name, code: error.refusal.code })
      }
    }
    return batch
  }
}
