import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'
import { noticeOrderValidator } from '#app/administration/validators/notice'
import { ChangeNotices } from '#app/regions/actions/change_notices'
import { currentSeason } from '#app/regions/queries/current_season'
import { notFound } from '#app/shared/exceptions/refused'

export default class NoticeOrdersController {
  @inject()
  async update(ctx: HttpContext, notices: ChangeNotices) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { order } = await ctx.request.validateUsing(noticeOrderValidator)
    const current = await currentSeason()
    if (!current) notFound()
    await notices.reorder(current.season.id, order, by)
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/notices`)
  }
}
