import { symbols } from '@adonisjs/auth'
import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'
import type Candidate from '#app/identity/models/candidate'

/** All that a request knows of a candidate: his names and numbers stay with his registrations. */
export type SignedInCandidate = Pick<Candidate, 'id'>

/**
 * Who a candidate is stands in his session, which is kept where it can be revoked: reading his row
 * too would cost each request a statement and tell nothing more.
 */
export class CandidateProvider implements SessionUserProviderContract<SignedInCandidate> {
  declare [symbols.PROVIDER_REAL_USER]: SignedInCandidate

  async createUserForGuard(candidate: SignedInCandidate) {
    return guarded(candidate)
  }

  async findById(id: string | number | bigint) {
    return guarded({ id: String(id) })
  }
}

function guarded(candidate: SignedInCandidate): SessionGuardUser<SignedInCandidate> {
  return { getId: () => candidate.id, getOriginal: () => candidate }
}
