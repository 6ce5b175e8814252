import type { HttpContext } from '@adonisjs/core/http'
import { answerStep } from '#app/review/step_answer'
import { stepBackValidator } from '#app/review/validators/steps'

export default class StepBacksController {
  /** 退回上一环节 */
  async store(ctx: HttpContext) {
    const sent = await ctx.request.validateUsing(stepBackValidator)
    return answerStep(ctx, {
      action: 'dossier.decide',
      event: { type: 'step_back', ...sent },
      says: 'stepped_back',
      to: 'queue',
    })
  }
}
