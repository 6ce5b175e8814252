import type { HttpContext } from '@adonisjs/core/http'
import RegionPolicy from '#app/regions/policies/region_policy'
import { noticeTextValidator } from '#app/administration/validators/notice'
import { noticeHtml } from '#app/regions/notice_html'

/** Shows a text as candidates will see it, before it is saved. */
export default class NoticePreviewsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const { text } = await ctx.request.validateUsing(noticeTextValidator)
    return ctx.response.json({ html: noticeHtml(text) })
  }
}
