import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import RefreshChecklist from '#app/dossiers/actions/refresh_checklist'
import { readOwnDossier } from '#app/dossiers/circumstances'
import { dossierPage } from '#app/dossiers/queries/dossier_page'
import { currentSeason } from '#app/regions/queries/current_season'
import { candidateRegistration } from '#app/registrations/queries/candidate_registration'
import { refuse } from '#app/shared/exceptions/refused'

export default class DossiersController {
  @inject()
  async show(
    { auth, inertia, i18n, region, response }: HttpContext,
    refreshChecklist: RefreshChecklist
  ) {
    const candidate = auth.use('candidate').getUserOrFail()
    let own = await readOwnDossier(candidate.id)
    if (!own) return response.redirect().toPath(`/${region.id}`)
    const { row, around } = own
    if (row.state === 'draft' && row.factsRevision !== around.registration.factsRevision) {
      await refreshChecklist.handle(around.registration, row)
      own = (await readOwnDossier(candidate.id)) ?? own
    }
    return inertia.render('dossiers/show', await dossierPage(own, i18n))
  }

  /** Opens the draft, or goes on with the one that exists. */
  @inject()
  async store(
    { auth, region, response }: HttpContext,
    openDossier: OpenDossier,
    refreshChecklist: RefreshChecklist
  ) {
    const candidate = auth.use('candidate').getUserOrFail()
    const current = await currentSeason()
    const registration = current && (await candidateRegistration(candidate.id, current.season.id))
    if (!registration) refuse('NOT_REGISTERED_HERE')
    const dossier = await openDossier.handle(registration)
    if (dossier.factsRevision !== registration.factsRevision) {
      await refreshChecklist.handle(registration, dossier)
    }
    return response.redirect().toPath(`/${region.id}/dossier`)
  }
}
