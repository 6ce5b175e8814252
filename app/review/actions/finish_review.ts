import type { Pin } from '#app/core/pins'
import { announceOutbox } from '#app/messages/actions/announce_due_outboxes'
import { passGate, type Passage } from '#app/dossiers/gate'
import VerdictDraft from '#app/review/models/verdict_draft'
import type { Reviewer } from '#app/review/reviewer'
import { fingerprint } from '#app/shared/idempotency'
import { currentRegionId } from '#app/shared/region_context'

export interface ReviewToFinish {
  dossierId: string
  by: Reviewer
  token: number
  manifest: string
  verdicts: {
    item: string
    verdict: 'accepted' | 'returned'
    reasons: string[]
    note: string | null
    pins: Pin[]
  }[]
  idempotencyKey: string | null
}

/**
 * Rows 5, 7, 7a and 8: what the reviewer said of the items becomes decisions, and the dossier goes
 * back to the candidate, on to the next stage, or is approved. A repeated request gets the first
 * one's answer. The drafts have served; where more eyes are wanted the others keep theirs.
 *
 * @throws Refused with what core/transitions refuses: a lost or expired claim, another manifest, a
 *   missing verdict or reason, an item of another dossier, a pin that is not on its picture
 */
export default class FinishReview {
  async handle(input: ReviewToFinish): Promise<Passage> {
    const { dossierId, by, token, manifest, idempotencyKey } = input
    const verdicts = input.verdicts.map(({ item, verdict: as, reasons, note, pins }) => {
      return { item, as, reasons, note, pins }
    })
    const passage = await passGate({
      dossierId,
      event: { type: 'finish', token, manifest, verdicts },
      by,
      ...(idempotencyKey && {
        repeatable: {
          actor: `staff:${by.id}`,
          key: idempotencyKey,
          fingerprint: fingerprint('finish', dossierId, token, manifest, verdicts),
        },
      }),
    })
    if (passage.repeated) return passage
    const drafts = VerdictDraft.query().where('dossierId', dossierId)
    if (passage.row === '7a') drafts.where('staffId', by.id)
    await drafts.where('regionId', currentRegionId()).delete()
    await announceOutbox(currentRegionId())
    return passage
  }
}
