import { inject } from '@adonisjs/core'
import { passGate } from '#app/dossiers/gate'
import { readReach } from '#app/review/queries/reach'
import { nextWaiting, type Waiting } from '#app/review/queries/next_waiting'
import { reviewerOf, type StaffActor } from '#app/review/reviewer'
import { Refused, refuse } from '#app/shared/exceptions/refused'
import ExpireClaims from './expire_claims.js'

/**
 * 领取下一件: the dossier that has waited longest among those he may claim. Whom others took in
 * between is skipped, each is tried once.
 *
 * @returns the id of the dossier that is his now, with the claim's token
 * @throws Refused NOTHING_TO_CLAIM
 */
@inject()
export default class ClaimNext {
  constructor(private expireClaims: ExpireClaims) {}

  async handle(actor: StaffActor) {
    await this.expireClaims.handle()
    const reach = await readReach(actor)
    let batch = await nextWaiting(reach, null)
    while (batch.length > 0) {
      for (const waiting of batch) {
        const passage = await tryToClaim(actor, waiting)
        if (passage) return { dossierId: waiting.id, ...passage }
      }
      const { since, id } = batch.at(-1)!
      batch = await nextWaiting(reach, { since, id })
    }
    return refuse('NOTHING_TO_CLAIM')
  }
}

async function tryToClaim(actor: StaffActor, { id, subject }: Waiting) {
  try {
    const by = reviewerOf(actor, subject)
    return await passGate({ dossierId: id, event: { type: 'claim' }, by })
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
