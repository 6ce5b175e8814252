import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ClaimDossier from '#app/review/actions/claim_dossier'
import ReleaseClaim from '#app/review/actions/release_claim'
import { answersJson } from '#app/review/answers_json'
import { passGate } from '#app/dossiers/gate'
import { tokenValidator } from '#app/review/validators/steps'
import { reviewedDossier } from '#app/review/reviewed_dossier'

export default class ClaimsController {
  @inject()
  async store(ctx: HttpContext, claimDossier: ClaimDossier) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.claim')
    const { claimToken, version } = await claimDossier.handle({ dossierId: row.id, by })
    if (answersJson(ctx)) return ctx.response.created({ id: row.id, token: claimToken, version })
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/dossiers/${row.id}`)
  }

  /** Somebody works on it: the lease begins anew. */
  async update(ctx: HttpContext) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.decide')
    const { token } = await ctx.request.validateUsing(tokenValidator)
    await passGate({ dossierId: row.id, event: { type: 'renew_claim', token }, by })
    const { claimUntil } = await row.refresh()
    return { until: claimUntil }
  }

  /** 放回队列 */
  @inject()
  async destroy(ctx: HttpContext, releaseClaim: ReleaseClaim) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.claim')
    await releaseClaim.handle({ row, by })
    if (answersJson(ctx)) return ctx.response.noContent()
    ctx.session.flash('success', ctx.i18n.t('review.released'))
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/queue`)
  }
}
