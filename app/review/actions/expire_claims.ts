import Dossier from '#app/dossiers/models/dossier'
import { passGate } from '#app/dossiers/gate'
import { clock } from '#app/shared/clock'
import { Refused } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'

export interface ExpireClaimsInput {
  /** Only this one; else the longest expired ones of the region. */
  dossierId?: string
  /** A request takes few: whoever comes next takes the others. */
  limit?: number
}

/**
 * Row 4b by the clock: dossiers whose claim has run out go back to their queue, with their draft
 * verdicts. A worker does it every few seconds, and reviewers' requests before they look: nothing
 * hangs where no worker runs.
 *
 * @returns how many went back
 */
export default class ExpireClaims {
  async handle({ dossierId, limit = 20 }: ExpireClaimsInput = {}): Promise<number> {
    const query = Dossier.query().where('state', 'in_review').where('claimUntil', '<=', clock.now())
    if (dossierId) query.where('id', dossierId)
    const expired = await query.select('region_id', 'id').orderBy('claimUntil').limit(limit)
    let gone = 0
    for (const { id } of expired) gone += (await expire(id)) ? 1 : 0
    return gone
  }
}

/** A moment later nothing is told that a request has not seen. */
const LOOK_EVERY = 1000
const looked = new Map<string, number>()

/** What a request does in passing, so that nobody waits for a worker; once a second is enough. */
export async function expireInPassing(expireClaims: ExpireClaims) {
  const now = clock.now()
  const region = currentRegionId()
  if (Math.abs(now - (looked.get(region) ?? 0)) < LOOK_EVERY) return
  looked.set(region, now)
  await expireClaims.handle()
}

/** Somebody may have been faster, or the holder renewed in the last moment: both are fine. */
async function expire(dossierId: string): Promise<boolean> {
  try {
    await passGate({
      dossierId,
      event: { type: 'claim_expired' },
      by: { kind: 'system', id: 'clock' },
    })
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
