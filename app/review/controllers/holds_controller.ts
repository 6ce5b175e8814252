import type { HttpContext } from '@adonisjs/core/http'
import { answerStep } from '#app/review/step_answer'
import { groundValidator } from '#app/review/validators/steps'

export default class HoldsController {
  /** 暂停处理: all clocks of the dossier stand still. */
  async store(ctx: HttpContext) {
    const { ground } = await ctx.request.validateUsing(groundValidator)
    const event = { type: 'hold' as const, ground }
    return answerStep(ctx, { action: 'dossier.hold', event, says: 'held' })
  }

  destroy(ctx: HttpContext) {
    const event = { type: 'release_hold' as const }
    return answerStep(ctx, { action: 'dossier.hold', event, says: 'hold_released' })
  }
}
