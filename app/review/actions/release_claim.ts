import { inject } from '@adonisjs/core'
import type Dossier from '#app/dossiers/models/dossier'
import { passGate } from '#app/dossiers/gate'
import type { Reviewer } from '#app/review/reviewer'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import ExpireClaims from './expire_claims.js'

/**
 * Row 4b by the holder: 放回队列. His draft verdicts stay for him. One that ran out a moment ago goes
 * back just the same.
 *
 * @throws Refused CLAIM_LOST where it is not his (any more)
 */
@inject()
export default class ReleaseClaim {
  constructor(private expireClaims: ExpireClaims) {}

  async handle({ row, by }: { row: Dossier; by: Reviewer }) {
    if (row.state !== 'in_review' || row.claimBy !== by.id) refuse('CLAIM_LOST')
    if (row.claimUntil! <= clock.now()) {
      await this.expireClaims.handle({ dossierId: row.id })
      return
    }
    const event = { type: 'release_claim' as const, token: row.claimToken }
    await passGate({ dossierId: row.id, event, by })
  }
}
