import { v7 as uuid } from 'uuid'
import { checklist } from '#app/core/checklist'
import type { MaterialNeed } from '#app/core/dossier'
import type { ReleaseDocument } from '#app/core/release'
import { releaseDocument } from '#app/catalog/releases'
import { announceOutbox } from '#app/messages/actions/announce_due_outboxes'
import { factsOf } from '#app/registrations/facts'
import type { Plain } from '#app/shared/joined_models'
import Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { Refused } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import { approvedBeforeHere } from '#app/dossiers/queries/approved_before_here'

/** The checklist of a registration by a release, as the gate's events name it. */
export async function needsOf(
  registration: Plain<typeof Registration>,
  release: ReleaseDocument
): Promise<MaterialNeed[]> {
  const approved = await approvedBeforeHere(registration, release, clock.now())
  const facts = factsOf(registration, { approvedBeforeHere: approved })
  return checklist(release, facts).map(({ material, need, min, max }) => {
    return { item: uuid(), material: material.code, need, min, max }
  })
}

/**
 * Row 16: the registration or the candidate's own answers changed, so his live dossier follows. A
 * draft's checklist is computed again; what was submitted opens where something is newly required.
 * Pictures of items that are no longer asked for stay where they are and count again when the item
 * comes back.
 *
 * @param answered the candidate has just said so himself: it is no news to him
 * @returns whether anything was done
 */
export default class FollowRegistration {
  async handle(registrationId: string, { answered = false } = {}): Promise<boolean> {
    const registration = await Registration.findOrFail(registrationId)
    const dossier = await Dossier.query().where({ registrationId, live: 1 }).first()
    if (!dossier || dossier.factsRevision === registration.factsRevision) return false
    const needs = await needsOf(registration, await releaseDocument(dossier.releaseId))
    try {
      await passGate({
        dossierId: dossier.id,
        event: {
          type: 'facts_changed',
          factsRevision: registration.factsRevision,
          needs,
          answered,
        },
        by: { kind: 'system', id: 'registration' },
      })
    } catch (error) {
      // Ended meanwhile, or changed once more: whoever looks next follows that.
      if (error instanceof Refused) return false
      throw error
    }
    await announceOutbox(currentRegionId())
    return true
  }
}
