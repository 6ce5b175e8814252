import type { HttpContext } from '@adonisjs/core/http'
import QueuePolicy from '#app/review/policies/queue_policy'
import { queueNews } from '#app/review/queries/queue_news'
import { readReach } from '#app/review/queries/reach'
import { queueFilters } from '#app/review/queue_filters'
import { staffOf } from '#app/review/reviewer'
import { queueNewsValidator } from '#app/review/validators/queue'
import { clock } from '#app/shared/clock'

export default class QueueNewsController {
  /** What an open page of the queue asks for from time to time. */
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(QueuePolicy).authorize('view', ctx.region)
    const { since = clock.now(), shown = '' } = await ctx.request.validateUsing(queueNewsValidator)
    const { filters } = queueFilters(ctx.request.qs())
    const reach = await readReach(await staffOf(ctx))
    ctx.response.header('Cache-Control', 'no-store')
    return queueNews(reach, {
      ...{ filters, since, now: clock.now() },
      shown: shown ? shown.split('_') : [],
    })
  }
}
