import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ClaimBatch from '#app/review/actions/claim_batch'
import QueuePolicy from '#app/review/policies/queue_policy'
import { staffOf } from '#app/review/reviewer'
import { claimBatchValidator } from '#app/review/validators/queue'

export default class ClaimBatchesController {
  /** 批量领取 */
  @inject()
  async store(ctx: HttpContext, claimBatch: ClaimBatch) {
    const actor = await staffOf(ctx)
    await ctx.bouncer.with(QueuePolicy).authorize('claim', ctx.region)
    const { dossiers } = await ctx.request.validateUsing(claimBatchValidator)
    return claimBatch.handle({ actor, dossierIds: dossiers })
  }
}
