import type { HttpContext } from '@adonisjs/core/http'
import { releaseDiff } from '#app/core/release_diff'
import { dossiersByRelease, elsewhere } from '#app/administration/queries/release_impact'
import { releaseList } from '#app/administration/queries/release_list'
import Release from '#app/catalog/models/release'
import { draftSummary } from '#app/catalog/queries/draft_summary'
import { releaseDocument } from '#app/catalog/releases'
import { currentSeason } from '#app/regions/queries/current_season'
import { notFound } from '#app/shared/exceptions/refused'
import RegionPolicy from '#app/regions/policies/region_policy'

/** The releases of the current season: which there are, and how one differs from another. */
export default class ReleasesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const { season } = (await currentSeason()) ?? notFound()
    return ctx.inertia.render('catalog/releases', {
      year: season.year,
      releases: await releaseList(season),
      draft: await draftSummary(season),
      canChange: await mayChange(ctx),
    })
  }

  /** Against the current one, or `?against=` another by its number. */
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const release = await Release.findOrFail(ctx.params.release)
    const { season } = (await currentSeason()) ?? notFound()
    const all = await Release.query()
      .where({ seasonId: release.seasonId })
      .select('region_id', 'id', 'number', 'published_at')
      .orderBy('number', 'desc')
    const asked = Number(ctx.request.qs().against)
    const against =
      all.find(({ number }) => number === asked) ??
      all.find(({ number }) => number < release.number) ??
      all.find(({ id }) => id === season.currentReleaseId) ??
      notFound()
    return ctx.inertia.render('catalog/compare', {
      release: numbered(release),
      against: numbered(against),
      others: all.filter(({ id }) => id !== release.id).map(numbered),
      current: release.id === season.currentReleaseId,
      inSeason: release.seasonId === season.id,
      changes: releaseDiff(await releaseDocument(against.id), await releaseDocument(release.id)),
      elsewhere: elsewhere(await dossiersByRelease(release.seasonId), release.id),
      canChange: await mayChange(ctx),
    })
  }
}

function numbered({ id, number, publishedAt }: Release) {
  return { id, number, publishedAt }
}

async function mayChange(ctx: HttpContext) {
  return await ctx.bouncer.with(RegionPolicy).allows('configure', ctx.region)
}
