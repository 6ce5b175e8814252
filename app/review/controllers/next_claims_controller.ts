import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { may } from '#app/core/access'
import ClaimNext from '#app/review/actions/claim_next'
import { answersJson } from '#app/review/answers_json'
import { staffOf } from '#app/review/reviewer'
import { refuse } from '#app/shared/exceptions/refused'

export default class NextClaimsController {
  /** 领取下一件 */
  @inject()
  async store(ctx: HttpContext, claimNext: ClaimNext) {
    const actor = await staffOf(ctx)
    if (may(actor, 'dossier.claim', { regionId: ctx.region.id }) !== 'allow') refuse('NOT_ALLOWED')
    const { dossierId, claimToken, version } = await claimNext.handle(actor)
    if (answersJson(ctx)) return ctx.response.created({ id: dossierId, token: claimToken, version })
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/dossiers/${dossierId}`)
  }
}
