import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import KeepVerdict from '#app/review/actions/keep_verdict'
import { reviewedDossier } from '#app/review/reviewed_dossier'
import { proofValidator, verdictOf, verdictValidator } from '#app/review/validators/review'

export default class VerdictsController {
  /** A verdict is kept as soon as it is given; nobody but the reviewer sees it before he finishes. */
  @inject()
  async update(ctx: HttpContext, keepVerdict: KeepVerdict) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.decide')
    const { token, manifest, ...sent } = await ctx.request.validateUsing(verdictValidator)
    const itemId = ctx.params.item
    const kept = { dossierId: row.id, itemId, by, token, manifest, verdict: verdictOf(sent) }
    return { item: itemId, until: await keepVerdict.handle(kept) }
  }

  @inject()
  async destroy(ctx: HttpContext, keepVerdict: KeepVerdict) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.decide')
    const { token, manifest } = await ctx.request.validateUsing(proofValidator)
    const itemId = ctx.params.item
    const taken = { dossierId: row.id, itemId, by, token, manifest, verdict: null }
    return { item: itemId, until: await keepVerdict.handle(taken) }
  }
}
