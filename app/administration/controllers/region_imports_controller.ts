import type { HttpContext } from '@adonisjs/core/http'
import { importRegions } from '#app/administration/actions/import_regions'
import { auditName } from '#app/identity/staff_actor'
import PlatformPolicy from '#app/administration/policies/platform_policy'
import { readImport } from '#app/catalog/import_request'

/** Regions from a file, as `region:import` reads it. */
export default class RegionImportsController {
  async create(ctx: HttpContext) {
    await ctx.bouncer.with(PlatformPolicy).authorize('regions')
    return ctx.inertia.render('administration/region_import', {})
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(PlatformPolicy).authorize('regions')
    const by = auditName(ctx)
    const outcome = await readImport(ctx, (json, catalog) => importRegions(json, catalog, by))
    if (!outcome.ok) return ctx.response.unprocessableEntity({ problems: outcome.problems })
    const n = outcome.value.length
    ctx.session.flash('success', ctx.i18n.t('administration.flash.imported', { n }))
    return { imported: outcome.value }
  }
}
