import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ExpireClaims, { expireInPassing } from '#app/review/actions/expire_claims'
import SavedFilter from '#app/review/models/saved_filter'
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
    const actor = await staffOf(ctx)
    const usual = await usualFilter(ctx, actor.id)
    if (usual) return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/queue?${usual}`)
    const reach = await readReach(actor)
    const page = await reviewQueue(reach, queueFilters(ctx.request.qs()))
    return ctx.inertia.render('review/queue', page)
  }
}

/** What he has chosen to begin with; an address that asks for something is what he wants now. */
async function usualFilter({ request }: HttpContext, staffId: string): Promise<string> {
  if (Object.keys(request.qs()).length > 0) return ''
  const usual = await SavedFilter.query().where({ staffId, isDefault: true }).first()
  return usual?.query ?? ''
}
