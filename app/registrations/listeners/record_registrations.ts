import { inject } from '@adonisjs/core'
import type CandidateSignedIn from '#app/identity/events/candidate_signed_in'
import { RecordRegistrations } from '#app/registrations/actions/record_registrations'

/** The registration system was just asked: our rows follow before the portal is shown. */
@inject()
export default class RecordRegistrationsListener {
  constructor(private recordRegistrations: RecordRegistrations) {}

  async handle({ candidateId, person }: CandidateSignedIn) {
    await this.recordRegistrations.handle({ candidateId, person })
  }
}
