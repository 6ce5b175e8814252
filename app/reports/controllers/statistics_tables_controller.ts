import type { HttpContext } from '@adonisjs/core/http'
import { askedPeriod } from '#app/reports/period'
import ReportPolicy from '#app/reports/policies/report_policy'
import { statisticsPage } from '#app/reports/queries/statistics_page'
import { reportReach } from '#app/reports/report_reach'
import { TABLES, tableFile } from '#app/reports/statistics_tables'
import { inRegionChain } from '#app/regions/region_chain'
import { staffOf } from '#app/review/reviewer'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'

export default class StatisticsTablesController {
  /** The table behind a chart, as CSV; who took it is kept in the region's chain. */
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(ReportPolicy).authorize('view', ctx.region)
    const table = TABLES.find((one) => one === ctx.params.table) ?? notFound()
    const actor = await staffOf(ctx)
    const period = askedPeriod(ctx.request.qs().span, clock.now())
    const page = await statisticsPage(await reportReach(actor, 'report.view'), period)
    await inRegionChain({ kind: 'staff', id: actor.id }, (_trx, record) =>
      record('export', { statistics: table, span: period.span })
    )
    ctx.response.attachment(`${ctx.region.id}-${table}-${period.span}.csv`)
    ctx.response.header('Content-Type', 'text/csv; charset=utf-8')
    ctx.response.header('Cache-Control', 'no-store')
    return ctx.response.send(tableFile(table, page, ctx.i18n))
  }
}
