import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { EditDraft } from '#app/catalog/actions/edit_draft'
import { answerEdit } from '#app/catalog/answers'
import { changesOf, withoutChange } from '#app/catalog/material_entries'
import { currentDraft, entriesOf } from '#app/catalog/queries/region_materials'
import { draftVersionValidator } from '#app/catalog/validators/material'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'
import { notFound } from '#app/shared/exceptions/refused'

/** What a region has changed of a national material; `all` are all of them. */
export default class MaterialChangesController {
  @inject()
  async destroy(ctx: HttpContext, edit: EditDraft) {
    const { material, change } = ctx.params
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { draft } = await currentDraft()
    const entries = entriesOf(draft.document, material)
    const { operations, set } = changesOf(entries)
    const known =
      change === 'all' ? entries.length > 0 : [...operations, ...Object.keys(set)].includes(change)
    if (!known) notFound()
    const { version } = await ctx.request.validateUsing(draftVersionValidator)
    const edited = await edit.handle({
      seasonId: draft.seasonId,
      version,
      section: 'catalog_overrides',
      material,
      value: change === 'all' ? [] : withoutChange(entries, change),
      by,
    })
    return answerEdit(ctx, edited, 'change_undone')
  }
}
