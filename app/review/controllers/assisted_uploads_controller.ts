import type { HttpContext } from '@adonisjs/core/http'
import { currentSeason } from '#app/regions/queries/current_season'
import { assistedDossier } from '#app/review/assisted_dossier'
import QueuePolicy from '#app/review/policies/queue_policy'
import { assistedPage } from '#app/review/queries/assisted_page'
import { dossierToAssist } from '#app/review/queries/assisted_search'
import { staffOf } from '#app/review/reviewer'
import { assistedSearchValidator } from '#app/review/validators/assisted_search'
import { refuse } from '#app/shared/exceptions/refused'

/** 代为上传: a candidate hands paper to the staff, who photograph it for him. */
export default class AssistedUploadsController {
  async index({ bouncer, inertia, region }: HttpContext) {
    await bouncer.with(QueuePolicy).authorize('assist', region)
    return inertia.render('review/assisted_search', { allowed: await isAllowed() })
  }

  /** Asked in the body: an ID number belongs into no address. */
  async find(ctx: HttpContext) {
    await ctx.bouncer.with(QueuePolicy).authorize('assist', ctx.region)
    if (!(await isAllowed())) refuse('STAFF_UPLOADS_OFF')
    const { q } = await ctx.request.validateUsing(assistedSearchValidator)
    const dossier = await dossierToAssist(await staffOf(ctx), q)
    if (!dossier) refuse('CANDIDATE_UNKNOWN')
    return ctx.response.ok({ dossier })
  }

  async show(ctx: HttpContext) {
    return ctx.inertia.render(
      'review/assisted_upload',
      await assistedPage(await assistedDossier(ctx))
    )
  }
}

async function isAllowed(): Promise<boolean> {
  const current = await currentSeason()
  return current?.season.settings.staffUploads ?? false
}
