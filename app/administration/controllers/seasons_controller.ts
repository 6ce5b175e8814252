import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { NewSeason } from '#app/administration/actions/new_season'
import { seasonList } from '#app/administration/queries/season_list'
import { seasonPage } from '#app/administration/queries/season_page'
import { seasonSources } from '#app/administration/queries/season_sources'
import { refuseFaults } from '#app/administration/season_faults'
import { seenSeason } from '#app/administration/season_subject'
import { newSeasonValidator } from '#app/administration/validators/season'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'
import { currentSeason } from '#app/regions/queries/current_season'

/** The seasons of a region: all staff of the region look, its administrators make new ones. */
export default class SeasonsController {
  async index(ctx: HttpContext) {
    const canChange = await looks(ctx)
    return ctx.inertia.render('regions/seasons', {
      seasons: await seasonList(),
      sources: canChange ? await seasonSources(ctx.memberships) : [],
      canChange,
    })
  }

  async show(ctx: HttpContext) {
    const season = await seenSeason(ctx)
    const canChange = await looks(ctx)
    return ctx.inertia.render('regions/season', await seasonPage(ctx.region, season, canChange))
  }

  /** The season that candidates work in. */
  async current(ctx: HttpContext) {
    const canChange = await looks(ctx)
    const current = await currentSeason()
    if (!current) return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/seasons`)
    const page = await seasonPage(ctx.region, current.season, canChange)
    return ctx.inertia.render('regions/season', page)
  }

  @inject()
  async store(ctx: HttpContext, newSeason: NewSeason) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { year, source } = await ctx.request.validateUsing(newSeasonValidator)
    const known = (await seasonSources(ctx.memberships)).some(({ value }) => value === source)
    if (!known) refuseFaults(ctx, [{ field: 'source', rule: 'nothing_to_copy' }])
    const [regionId, seasonId] = source.split(':')
    const made = await newSeason.handle({ year, source: { regionId, seasonId }, by })
    if (!made.ok) {
      const field = made.reason === 'taken' ? 'year' : 'source'
      return refuseFaults(ctx, [{ field, rule: made.reason, params: { year } }])
    }
    ctx.session.flash('success', ctx.i18n.t('season.flash.made', { year }))
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/seasons/${made.seasonId}`)
  }
}

/** Whether who looks may also change. */
async function looks({ bouncer, region }: HttpContext): Promise<boolean> {
  await bouncer.with(RegionPolicy).authorize('view', region)
  return bouncer.with(RegionPolicy).allows('configure', region)
}
