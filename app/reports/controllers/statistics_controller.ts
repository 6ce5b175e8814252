import type { HttpContext } from '@adonisjs/core/http'
import { askedPeriod } from '#app/reports/period'
import ReportPolicy from '#app/reports/policies/report_policy'
import { statisticsPage } from '#app/reports/queries/statistics_page'
import { reportReach } from '#app/reports/report_reach'
import { staffOf } from '#app/review/reviewer'
import { clock } from '#app/shared/clock'

export default class StatisticsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(ReportPolicy).authorize('view', ctx.region)
    const reach = await reportReach(await staffOf(ctx), 'report.view')
    const period = askedPeriod(ctx.request.qs().span, clock.now())
    return ctx.inertia.render('reports/statistics', await statisticsPage(reach, period))
  }
}
