import type { HttpContext } from '@adonisjs/core/http'
import { importRegions } from '#app/administration/actions/import_regions'
import { permit } from '#app/identity/permit'
import { readImport } from '#app/administration/import_request'

/** Regions from a file, as `region:import` reads it. */
export default class RegionImportsController {
  async create(ctx: HttpContext) {
    await permit(ctx, 'platform.regions')
    return ctx.inertia.render('administration/region_import', {})
  }

  async store(ctx: HttpContext) {
    const by = await permit(ctx, 'platform.regions')
    const outcome = await readImport(ctx, (json, catalog) => importRegions(json, catalog, by))
    if (!outcome.ok) return ctx.response.unprocessableEntity({ problems: outcome.problems })
    const n = outcome.value.length
    ctx.session.flash('success', ctx.i18n.t('administration.flash.imported', { n }))
    return { imported: outcome.value }
  }
}
