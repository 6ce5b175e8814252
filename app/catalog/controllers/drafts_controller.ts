import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { EditDraft } from '#app/catalog/actions/edit_draft'
import { ReplaceDraft } from '#app/catalog/actions/replace_draft'
import { newestCatalog } from '#app/catalog/catalog_versions'
import { draftPage } from '#app/catalog/queries/draft_page'
import { currentDraft, fileOf } from '#app/catalog/queries/draft'
import { EDITED_HERE, sectionValidator, seenDraftValidator } from '#app/catalog/validators/draft'
import { notFound, refuse } from '#app/shared/exceptions/refused'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'

/** The rules of the next release beside its materials: flags, pictures, stages, times. */
export default class DraftsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    return ctx.inertia.render('catalog/draft', {
      ...draftPage(await currentDraft()),
      canChange: await ctx.bouncer.with(RegionPolicy).allows('configure', ctx.region),
    })
  }

  /** One section. Answers scripts: the form stays as it is filled when somebody else was faster. */
  @inject()
  async update(ctx: HttpContext, editDraft: EditDraft) {
    const { params, request, response } = ctx
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const section = EDITED_HERE.find((one) => one === params.section) ?? notFound()
    const { version, value } = await request.validateUsing(sectionValidator)
    const { season } = await currentDraft()
    const edited = await editDraft.handle({ seasonId: season.id, version, section, value, by })
    if (edited.ok) return { version: edited.version }
    if (edited.reason === 'problems') {
      return response.unprocessableEntity({ problems: edited.problems })
    }
    const { changes } = edited
    return response.conflict({
      errors: [{ code: 'DRAFT_MOVED_ON', message: ctx.i18n.t('errors.DRAFT_MOVED_ON') }],
      version: edited.version,
      changes,
    })
  }

  /** Back to the release that is current. */
  @inject()
  async destroy(ctx: HttpContext, replaceDraft: ReplaceDraft) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { version } = await ctx.request.validateUsing(seenDraftValidator)
    const { season } = await currentDraft()
    const catalog = (await newestCatalog()) ?? notFound()
    const replaced = await replaceDraft.handle({
      seasonId: season.id,
      version,
      document: await fileOf(season.currentReleaseId!, catalog),
      basedOn: season.currentReleaseId!,
      by,
      action: 'draft_discarded',
    })
    if (!replaced.ok) refuse('DRAFT_MOVED_ON')
    ctx.session.flash('success', ctx.i18n.t('releases.flash.discarded'))
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/releases`)
  }
}
