import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { idempotencyKey } from '#app/dossiers/validators/dossier'
import ClaimAnother from '#app/review/actions/claim_another'
import FinishReview from '#app/review/actions/finish_review'
import { answersJson } from '#app/review/answers_json'
import { outcome } from '#app/review/queries/outcome'
import { reviewedDossier } from '#app/review/reviewed_dossier'
import { reviewValidator, verdictOf } from '#app/review/validators/review'

export default class ReviewsController {
  /** 完成审核, and where he asks for it on with what waits longest. */
  @inject()
  async store(ctx: HttpContext, finishReview: FinishReview, claimAnother: ClaimAnother) {
    const { row, actor, by } = await reviewedDossier(ctx, 'dossier.decide')
    const { token, manifest, verdicts, next } = await ctx.request.validateUsing(reviewValidator)
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
    const said = ctx.i18n.t(`review.finished.${kind}`, params)
    // A repeated request has had its next one already.
    const nextId = next && !passage.repeated ? await claimAnother.handle(actor) : null
    const nothing = next && nextId === null ? ctx.i18n.t('review.nothing_next') : ''
    ctx.session.flash('success', [said, nothing].filter(Boolean).join(' '))
    const path = nextId === null ? 'queue' : `dossiers/${nextId}`
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/${path}`)
  }
}
