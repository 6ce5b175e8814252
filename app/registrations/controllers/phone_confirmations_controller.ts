import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { currentSeason } from '#app/regions/queries/current_season'
import { ConfirmPhone } from '#app/registrations/actions/confirm_phone'
import { candidateRegistration } from '#app/registrations/queries/candidate_registration'
import { phoneValidator } from '#app/registrations/validators/phone'
import { refuse } from '#app/shared/exceptions/refused'

export default class PhoneConfirmationsController {
  @inject()
  async store({ auth, region, request, response }: HttpContext, confirmPhone: ConfirmPhone) {
    const candidate = auth.use('candidate').getUserOrFail()
    const { newPhone } = await request.validateUsing(phoneValidator)
    const current = await currentSeason()
    const registration = current && (await candidateRegistration(candidate.id, current.season.id))
    if (!registration) refuse('NOT_REGISTERED_HERE')
    await confirmPhone.handle({ registrationId: registration.id, phone: newPhone ?? null })
    return response.redirect().toPath(`/${region.id}`)
  }
}
