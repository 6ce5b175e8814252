import type { HttpContext } from '@adonisjs/core/http'
import { answerStep } from '#app/review/step_answer'
import { reinstatementValidator } from '#app/review/validators/steps'

export default class ReinstatementsController {
  /** 申诉成立, or more time for what lapsed. */
  async store(ctx: HttpContext) {
    const { ground, deadline = null } = await ctx.request.validateUsing(reinstatementValidator)
    return answerStep(ctx, {
      action: 'dossier.reopen',
      event: { type: 'reinstate', ground, deadline },
      says: 'reinstated',
    })
  }
}
