import type { HttpContext } from '@adonisjs/core/http'
import { differencesOf } from '#app/catalog/draft_differences'
import { readImport } from '#app/catalog/import_request'
import { currentDraft } from '#app/catalog/queries/draft'
import { oneRegion, readReleaseFile } from '#app/catalog/read_release_file'
import RegionPolicy from '#app/regions/policies/region_policy'

/** What a file would make of the draft, before it is taken over. */
export default class DraftPreviewsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const { draft, catalog } = await currentDraft()
    const outcome = await readImport(ctx, async (json) => {
      const file = readReleaseFile(oneRegion(json), catalog, draft.document)
      return {
        from: file.from === ctx.region.id ? null : file.from.toUpperCase(),
        leftAside: file.leftAside,
        changes: differencesOf(draft.document, file.document, catalog),
      }
    })
    if (!outcome.ok) return ctx.response.unprocessableEntity({ problems: outcome.problems })
    return { version: draft.version, ...outcome.value }
  }
}
