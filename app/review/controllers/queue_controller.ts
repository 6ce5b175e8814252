import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ExpireClaims, { expireInPassing } from '#app/review/actions/expire_claims'
import QueuePolicy from '#app/review/policies/queue_policy'
import { queueFilters } from '#app/review/queue_filters'
import { readReach } from '#app/review/queries/reach'
import { reviewQueue } from '#app/review/queries/review_queue'
import { staffOf } from '#app/review/reviewer'

export default class QueueController {
  @inject()
  async show(ctx: HttpContext, expireClaims: ExpireClaims) {
    await ctx.bouncer.with(QueuePolicy).authorize('view', ctx.region)
    await expireInPassing(expireClaims)
    const reach = await readReach(await staffOf(ctx))
    const page = await reviewQueue(reach, queueFilters(ctx.request.qs()))
    return ctx.inertia.render('review/queue', page)
  }
}
