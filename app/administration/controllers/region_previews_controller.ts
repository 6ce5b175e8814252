import type { HttpContext } from '@adonisjs/core/http'
import { readImport } from '#app/catalog/import_request'
import PlatformPolicy from '#app/administration/policies/platform_policy'
import { importPreview } from '#app/administration/queries/import_preview'

/** What importing a file would do, before it is done. */
export default class RegionPreviewsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(PlatformPolicy).authorize('regions')
    const outcome = await readImport(ctx, importPreview)
    if (!outcome.ok) return ctx.response.unprocessableEntity({ problems: outcome.problems })
    return { regions: outcome.value }
  }
}
