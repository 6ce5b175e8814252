import { inject } from '@adonisjs/core'
import { passGate } from '#app/dossiers/gate'
import type { Reviewer } from '#app/review/reviewer'
import ExpireClaims from './expire_claims.js'

/**
 * Row 4: a lease on one dossier. Of several who ask at once the gate lets one pass.
 *
 * @throws Refused NOT_CLAIMABLE, ALREADY_AGREED, NOT_YOUR_STAGE
 */
@inject()
export default class ClaimDossier {
  constructor(private expireClaims: ExpireClaims) {}

  async handle({ dossierId, by }: { dossierId: string; by: Reviewer }) {
    await this.expireClaims.handle({ dossierId })
    return passGate({ dossierId, event: { type: 'claim' }, by })
  }
}
