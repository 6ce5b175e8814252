import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { DossierEvent } from '#app/core/dossier'
import { idempotencyKey } from '#app/dossiers/validators/dossier'
import type { DossierAction } from '#app/dossiers/policies/dossier_policy'
import TakeStep from '#app/review/actions/take_step'
import { answersJson } from '#app/review/answers_json'
import { reviewedDossier, type ReviewedDossier } from '#app/review/reviewed_dossier'

interface Step {
  action: DossierAction
  event: DossierEvent | ((reviewed: ReviewedDossier) => DossierEvent)
  /** Key of the sentence under `review.steps` that is shown afterwards. */
  says: string
  /** Where the person goes on; the dossier unless it has left his desk. */
  to?: 'dossier' | 'queue'
}

/** One step of staff: asks the permission, passes the gate, and answers a page or a program. */
export async function answerStep(ctx: HttpContext, { action, event, says, to = 'dossier' }: Step) {
  const reviewed = await reviewedDossier(ctx, action)
  const { row, by } = reviewed
  const takeStep = await app.container.make(TakeStep)
  const { state, version, claimToken } = await takeStep.handle({
    dossierId: row.id,
    event: typeof event === 'function' ? event(reviewed) : event,
    by,
    idempotencyKey: idempotencyKey(ctx.request),
  })
  if (answersJson(ctx)) return ctx.response.ok({ state, version, token: claimToken })
  ctx.session.flash('success', ctx.i18n.t(`review.steps.${says}`))
  const path = to === 'queue' ? 'queue' : `dossiers/${row.id}`
  return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/${path}`)
}
