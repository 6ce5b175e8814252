import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { releaseDocument } from '#app/catalog/releases'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import FollowRegistration from '#app/dossiers/actions/follow_registration'
import MarkReturnRead from '#app/dossiers/actions/mark_return_read'
import { readOwnDossier } from '#app/dossiers/circumstances'
import { dossierPage } from '#app/dossiers/queries/dossier_page'
import { releaseNews } from '#app/dossiers/queries/release_news'
import { currentSeason } from '#app/regions/queries/current_season'
import { candidateRegistration } from '#app/registrations/queries/candidate_registration'
import { refuse } from '#app/shared/exceptions/refused'

export default class DossiersController {
  @inject()
  async show(
    { auth, inertia, i18n, region, response }: HttpContext,
    followRegistration: FollowRegistration,
    markReturnRead: MarkReturnRead
  ) {
    const candidate = auth.use('candidate').getUserOrFail()
    let own = await readOwnDossier(candidate.id)
    if (!own) return response.redirect().toPath(`/${region.id}`)
    const { row, around } = own
    if (row.factsRevision !== around.registration.factsRevision) {
      const followed = await followRegistration.handle(row.registrationId)
      if (followed) own = (await readOwnDossier(candidate.id)) ?? own
    }
    if (own.row.unreadSince !== null) await markReturnRead.handle(own.row)
    const page = await dossierPage(own, region, i18n)
    const release = await releaseDocument(own.row.releaseId)
    const news = await releaseNews(own.row, own.around.registration, release)
    return inertia.render('dossiers/show', { ...page, news })
  }

  /** Opens the draft, or goes on with the one that exists. */
  @inject()
  async store(
    { auth, region, response }: HttpContext,
    openDossier: OpenDossier,
    followRegistration: FollowRegistration
  ) {
    const candidate = auth.use('candidate').getUserOrFail()
    const current = await currentSeason()
    const registration = current && (await candidateRegistration(candidate.id, current.season.id))
    if (!registration) refuse('NOT_REGISTERED_HERE')
    await openDossier.handle(registration)
    await followRegistration.handle(registration.id)
    return response.redirect().toPath(`/${region.id}/dossier`)
  }
}
