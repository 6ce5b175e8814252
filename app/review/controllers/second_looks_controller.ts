import type { HttpContext } from '@adonisjs/core/http'
import QueuePolicy from '#app/review/policies/queue_policy'
import { readReach } from '#app/review/queries/reach'
import { askedList, secondLooks } from '#app/review/queries/second_looks'
import { staffOf } from '#app/review/reviewer'

export default class SecondLooksController {
  /** 复核与关注: what waits for a second person, and what a lead should look at. */
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(QueuePolicy).authorize('view', ctx.region)
    const reach = await readReach(await staffOf(ctx))
    const page = await secondLooks(reach, askedList(ctx.request.qs()))
    return ctx.inertia.render('review/second_looks', page)
  }
}
