import { BaseEvent } from '@adonisjs/core/events'

/** The registration system or the candidate said something new that a checklist reads. */
export default class RegistrationChanged extends BaseEvent {
  constructor(
    readonly regionId: string,
    readonly registrationId: string
  ) {
    super()
  }
}
