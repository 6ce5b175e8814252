import { inject } from '@adonisjs/core'
import { claimNextThroughGate, type ClaimedNext } from '#app/dossiers/gate'
import type { DossierRow } from '#app/dossiers/read_dossier'
import { lockNextWaiting } from '#app/review/queries/next_waiting'
import { pathOf, readReach, type Reach } from '#app/review/queries/reach'
import { reviewerOf, type StaffActor } from '#app/review/reviewer'
import { Refused, refuse } from '#app/shared/exceptions/refused'
import ExpireClaims, { expireInPassing } from './expire_claims.js'

/**
 * 领取下一件: the dossier that has waited longest among those he may claim. What colleagues are being
 * given at this moment is passed over, what is not for him (his own file) is tried once.
 *
 * @returns the id of the dossier that is his now, with the claim's token
 * @throws Refused NOTHING_TO_CLAIM
 */
@inject()
export default class ClaimNext {
  constructor(private expireClaims: ExpireClaims) {}

  async handle(actor: StaffActor): Promise<ClaimedNext> {
    await expireInPassing(this.expireClaims)
    const reach = await readReach(actor)
    const refused: string[] = []
    for (;;) {
      const answer = await claimNext(actor, reach, refused)
      if (answer === null) return refuse('NOTHING_TO_CLAIM')
      if (!('refused' in answer)) return answer
      if (answer.refused) refused.push(answer.refused)
    }
  }
}

async function claimNext(actor: StaffActor, reach: Reach, refused: readonly string[]) {
  try {
    return await claimNextThroughGate(async (trx) => {
      const row = await lockNextWaiting(trx, reach, refused)
      return row && { row, by: reviewerOf(actor, subjectOf(row, reach)) }
    })
  } catch (error) {
    // Without locks two may pick the same: one is told so, and picks again.
    if (error instanceof Refused && error.refusal.code === 'STATE_MOVED_ON') {
      return { refused: null }
    }
    throw error
  }
}

function subjectOf({ regionId, candidateId, examPointId }: DossierRow, { points }: Reach) {
  const point = points.find(({ id }) => id === examPointId)!
  return { regionId, candidateId, pointPath: pathOf(point) }
}
