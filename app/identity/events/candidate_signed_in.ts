import { BaseEvent } from '@adonisjs/core/events'
import type { RegisteredPerson } from '#app/identity/validators/registered_person'

/** A candidate has come from the registration system; `person` is what it says of him today. */
export default class CandidateSignedIn extends BaseEvent {
  constructor(
    readonly candidateId: string,
    readonly person: RegisteredPerson
  ) {
    super()
  }
}
