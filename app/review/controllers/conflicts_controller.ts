import type { HttpContext } from '@adonisjs/core/http'
import { answerStep } from '#app/review/step_answer'
import { tokenValidator } from '#app/review/validators/steps'

export default class ConflictsController {
  /** 回避: the holder must not review it; it goes to others. */
  async store(ctx: HttpContext) {
    const { token } = await ctx.request.validateUsing(tokenValidator)
    return answerStep(ctx, {
      action: 'dossier.decide',
      event: { type: 'declare_conflict', token },
      says: 'conflict',
      to: 'queue',
    })
  }
}
