import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ClaimNext from '#app/review/actions/claim_next'
import { answersJson } from '#app/review/answers_json'
import QueuePolicy from '#app/review/policies/queue_policy'
import { staffOf } from '#app/review/reviewer'

export default class NextClaimsController {
  /** 领取下一件 */
  @inject()
  async store(ctx: HttpContext, claimNext: ClaimNext) {
    const actor = await staffOf(ctx)
    await ctx.bouncer.with(QueuePolicy).authorize('claim', ctx.region)
    const { dossierId, claimToken, version } = await claimNext.handle(actor)
    if (answersJson(ctx)) return ctx.response.created({ id: dossierId, token: claimToken, version })
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/dossiers/${dossierId}`)
  }
}
