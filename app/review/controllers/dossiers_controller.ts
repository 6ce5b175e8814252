import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ExpireClaims from '#app/review/actions/expire_claims'
import { reviewPage } from '#app/review/queries/review_page'
import { reviewedDossier } from '#app/review/reviewed_dossier'

export default class DossiersController {
  /** Whoever may see a dossier may look at it; only a claim lets him say something of it. */
  @inject()
  async show(ctx: HttpContext, expireClaims: ExpireClaims) {
    const reviewed = await reviewedDossier(ctx)
    if (await expireClaims.handle({ dossierId: reviewed.row.id })) await reviewed.row.refresh()
    return ctx.inertia.render('review/show', await reviewPage(reviewed, ctx.i18n.locale))
  }
}
