import { Readable } from 'node:stream'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AskForExport from '#app/reports/actions/ask_for_export'
import Export from '#app/reports/models/export'
import ReportPolicy from '#app/reports/policies/report_policy'
import { exportLines } from '#app/reports/queries/export_lines'
import { exportsPage, FILE_LIFETIME } from '#app/reports/queries/exports_page'
import { knownFilters, shownFilters } from '#app/reports/queue_selection'
import { reportReach } from '#app/reports/report_reach'
import { exportValidator } from '#app/reports/validators/export'
import { staffOf } from '#app/review/reviewer'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'

export default class ExportsController {
  async index(ctx: HttpContext) {
    const policy = ctx.bouncer.with(ReportPolicy)
    await policy.authorize('export', ctx.region)
    const reach = await reportReach(await staffOf(ctx), 'export.make')
    const mayReveal = await policy.allows('reveal', ctx.region)
    const page = await exportsPage(reach, shownFilters(ctx.request.qs()), mayReveal)
    return ctx.inertia.render('reports/exports', page)
  }

  @inject()
  async store(ctx: HttpContext, askForExport: AskForExport) {
    const policy = ctx.bouncer.with(ReportPolicy)
    await policy.authorize('export', ctx.region)
    const sent = await ctx.request.validateUsing(exportValidator)
    const { kind, wholeNumbers, filters = {}, reason = null } = sent
    if (wholeNumbers) await policy.authorize('reveal', ctx.region)
    const { id: staffId } = await staffOf(ctx)
    const known = kind === 'queue' ? knownFilters(filters) : {}
    const asked = { kind, filters: known, wholeNumbers, reason, staffId }
    const id = await askForExport.handle(asked)
    return ctx.response.created({ id, url: `/${ctx.region.id}/staff/exports/${id}` })
  }

  /** The file, for the one who asked for it and while he still may. */
  async show(ctx: HttpContext) {
    const { bouncer, i18n, params, region, response } = ctx
    const policy = bouncer.with(ReportPolicy)
    await policy.authorize('export', region)
    const actor = await staffOf(ctx)
    const asked = await Export.find(params.export)
    if (asked?.staffId !== actor.id || asked.askedAt < clock.now() - FILE_LIFETIME) notFound()
    if (asked.wholeNumbers) await policy.authorize('reveal', region)
    const reach = await reportReach(actor, 'export.make')
    const day = new Date(asked.askedAt + 8 * 3_600_000).toISOString().slice(0, 10)
    response.attachment(`${region.id}-${asked.kind}-${day}.csv`)
    response.header('Content-Type', 'text/csv; charset=utf-8')
    response.header('Cache-Control', 'no-store')
    response.stream(Readable.from(exportLines({ asked, reach, i18n })))
  }
}
