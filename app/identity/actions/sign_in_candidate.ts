import { v7 as uuid } from 'uuid'
import CandidateSignedIn from '#app/identity/events/candidate_signed_in'
import Candidate from '#app/identity/models/candidate'
import type { RegisteredPerson } from '#app/identity/validators/registered_person'
import { clock } from '#app/shared/clock'
import { isUniqueViolation } from '#app/shared/transaction'

/** Finds or makes the candidate behind a subject, and lets registrations follow before it returns. */
export class SignInCandidate {
  async handle(input: { issuer: string; person: RegisteredPerson }): Promise<Candidate> {
    const { issuer, person } = input
    const candidate = await this.#candidate(issuer, person.subject)
    await candidate.merge({ signedInAt: clock.now() }).save()
    await CandidateSignedIn.dispatch(candidate.id, person)
    return candidate
  }

  async #candidate(issuer: string, subject: string): Promise<Candidate> {
    const known = await Candidate.findBy({ issuer, subject })
    if (known) return known
    const now = clock.now()
    try {
      return await Candidate.create({
        id: uuid(),
        issuer,
        subject,
        createdAt: now,
        signedInAt: now,
      })
    } catch (error) {
      // Two first visits at once: the other one made the row.
      if (!isUniqueViolation(error)) throw error
      return Candidate.findByOrFail({ issuer, subject })
    }
  }
}
