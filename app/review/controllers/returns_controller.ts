import type { HttpContext } from '@adonisjs/core/http'
import { answerStep } from '#app/review/step_answer'

export default class ReturnsController {
  /** 撤回退回, while the candidate has changed nothing yet. */
  destroy(ctx: HttpContext) {
    const event = { type: 'take_back' as const }
    return answerStep(ctx, { action: 'dossier.decide', event, says: 'taken_back' })
  }
}
