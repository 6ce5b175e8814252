import { inject } from '@adonisjs/core'
import FollowRegistrationAction from '#app/dossiers/actions/follow_registration'
import type RegistrationChanged from '#app/registrations/events/registration_changed'
import { runInRegion } from '#app/shared/region_context'

/** Row 16: the dossier follows at once; where this is lost, its page does when it is looked at next. */
@inject()
export default class FollowRegistrationListener {
  constructor(private followRegistration: FollowRegistrationAction) {}

  async handle({ regionId, registrationId }: RegistrationChanged) {
    await runInRegion(regionId, () => this.followRegistration.handle(registrationId))
  }
}
