import { announceOutbox } from '#app/messages/actions/announce_due_outboxes'
import type { DossierEvent } from '#app/core/dossier'
import { passGate, type Passage } from '#app/dossiers/gate'
import type { Reviewer } from '#app/review/reviewer'
import { fingerprint } from '#app/shared/idempotency'
import { currentRegionId } from '#app/shared/region_context'

export interface StaffStep {
  dossierId: string
  event: DossierEvent
  by: Reviewer
  idempotencyKey: string | null
}

/**
 * The steps of staff that are one event each: take over, a conflict, taking a return back, an earlier
 * stage, proposals, holds, appeals. A repeated request gets the first one's answer.
 *
 * @throws Refused with what the row of the transition table refuses
 */
export default class TakeStep {
  async handle({ dossierId, event, by, idempotencyKey }: StaffStep): Promise<Passage> {
    const passage = await passGate({
      dossierId,
      event,
      by,
      ...(idempotencyKey && {
        repeatable: {
          actor: `staff:${by.id}`,
          key: idempotencyKey,
          fingerprint: fingerprint(dossierId, askedBy(event)),
        },
      }),
    })
    await announceOutbox(currentRegionId())
    return passage
  }
}

/** A proposal gets its id here, so a repetition differs in it. */
function askedBy(event: DossierEvent): unknown {
  return event.type === 'propose' ? { ...event, proposal: { ...event.proposal, id: '' } } : event
}
