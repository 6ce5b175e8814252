import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { draftGains } from '#app/administration/queries/draft_gains'
import { dossiersByRelease, elsewhere } from '#app/administration/queries/release_impact'
import { PublishDraft } from '#app/catalog/actions/publish_draft'
import { draftOf } from '#app/catalog/queries/draft'
import { draftSummary } from '#app/catalog/queries/draft_summary'
import Release from '#app/catalog/models/release'
import { seenDraftValidator } from '#app/catalog/validators/draft'
import { currentSeason } from '#app/regions/queries/current_season'
import { notFound, refuse } from '#app/shared/exceptions/refused'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'

/** Publishing a draft: first what it changes and whom it concerns, then the release. */
export default class PublicationsController {
  async create(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const { season } = (await currentSeason()) ?? notFound()
    const draft = await draftSummary(season)
    const { release } = await draftOf(season.id)
    const current = await Release.findOrFail(season.currentReleaseId!)
    return ctx.inertia.render('catalog/publish', {
      year: season.year,
      current: current.number,
      draft,
      impact: elsewhere(await dossiersByRelease(season.id), null),
      gains: release && (await draftGains(season.id, release)),
    })
  }

  @inject()
  async store(ctx: HttpContext, publishDraft: PublishDraft) {
    const { i18n, region, request, response, session } = ctx
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { version } = await request.validateUsing(seenDraftValidator)
    const { season } = (await currentSeason()) ?? notFound()
    const published = await publishDraft.handle({ seasonId: season.id, version, by })
    if (!published.ok) {
      refuse(
        {
          moved_on: 'DRAFT_MOVED_ON',
          nothing_new: 'RELEASE_NOTHING_NEW',
          problems: 'RELEASE_HAS_PROBLEMS',
        }[published.reason]
      )
    }
    session.flash('success', i18n.t('releases.flash.published', { number: published.number }))
    return response.redirect().toPath(`/${region.id}/staff/releases`)
  }
}
