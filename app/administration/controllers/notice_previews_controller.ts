import type { HttpContext } from '@adonisjs/core/http'
import { permit } from '#app/identity/permit'
import { noticeTextValidator } from '#app/administration/validators/notice'
import { noticeHtml } from '#app/regions/notice_html'

/** Shows a text as candidates will see it, before it is saved. */
export default class NoticePreviewsController {
  async store(ctx: HttpContext) {
    await permit(ctx, 'region.configure', { regionId: ctx.region.id })
    const { text } = await ctx.request.validateUsing(noticeTextValidator)
    return ctx.response.json({ html: noticeHtml(text) })
  }
}
