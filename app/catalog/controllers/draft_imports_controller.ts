import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ReplaceDraft } from '#app/catalog/actions/replace_draft'
import { seenDraftValidator } from '#app/catalog/validators/draft'
import { readImport } from '#app/catalog/import_request'
import { currentDraft } from '#app/catalog/queries/draft'
import { oneRegion, readReleaseFile } from '#app/catalog/read_release_file'
import { refuse } from '#app/shared/exceptions/refused'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'

/** A release's file in the draft's place; `?version=` is the draft's that the preview compared with. */
export default class DraftImportsController {
  @inject()
  async store(ctx: HttpContext, replaceDraft: ReplaceDraft) {
    const { i18n, request, response, session } = ctx
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { version } = await seenDraftValidator.validate(request.qs())
    const { draft, catalog } = await currentDraft()
    const outcome = await readImport(ctx, async (json) =>
      readReleaseFile(oneRegion(json), catalog, draft.document)
    )
    if (!outcome.ok) return response.unprocessableEntity({ problems: outcome.problems })
    const replaced = await replaceDraft.handle({
      seasonId: draft.seasonId,
      version,
      document: outcome.value.document,
      by,
      action: 'draft_imported',
    })
    if (!replaced.ok) refuse('DRAFT_MOVED_ON')
    session.flash('success', i18n.t('releases.flash.imported', { n: replaced.pieces }))
    return { version: replaced.version }
  }
}
