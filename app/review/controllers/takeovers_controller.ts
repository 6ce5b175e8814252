import type { HttpContext } from '@adonisjs/core/http'
import { answerStep } from '#app/review/step_answer'

export default class TakeoversController {
  /** 接手: the holder's token is void from now on. */
  store(ctx: HttpContext) {
    const event = { type: 'take_over' as const }
    return answerStep(ctx, { action: 'dossier.take_over', event, says: 'taken_over' })
  }
}
