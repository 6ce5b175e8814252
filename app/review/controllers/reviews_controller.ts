import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { idempotencyKey } from '#app/dossiers/validators/dossier'
import FinishReview from '#app/review/actions/finish_review'
import { answersJson } from '#app/review/answers_json'
import { outcome } from '#app/review/queries/outcome'
import { reviewedDossier } from '#app/review/reviewed_dossier'
import { reviewValidator, verdictOf } from '#app/review/validators/review'

export default class ReviewsController {
  /** 完成审核 */
  @inject()
  async store(ctx: HttpContext, finishReview: FinishReview) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.decide')
    const { token, manifest, verdicts } = await ctx.request.validateUsing(reviewValidator)
    const passage = await finishReview.handle({
      dossierId: row.id,
      by,
      token,
      manifest,
      verdicts: verdicts.map(({ item, ...sent }) => ({ item, ...verdictOf(sent) })),
      idempotencyKey: idempotencyKey(ctx.request),
    })
    const { state, version } = passage
    if (answersJson(ctx)) return ctx.response.ok({ state, version })
    const { kind, params } = await outcome(row.id, passage.row, ctx.i18n.locale)
    ctx.session.flash('success', ctx.i18n.t(`review.finished.${kind}`, params))
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/queue`)
  }
}
