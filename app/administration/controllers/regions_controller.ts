import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { CreateRegion } from '#app/administration/actions/create_region'
import { refuseField } from '#app/administration/field_error'
import { auditName } from '#app/identity/staff_actor'
import PlatformPolicy from '#app/administration/policies/platform_policy'
import { regionList } from '#app/administration/queries/region_list'
import { newRegionValidator } from '#app/administration/validators/region'
import { clock } from '#app/shared/clock'

/** The regions of the platform: what there is, and new ones from a form. */
export default class RegionsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(PlatformPolicy).authorize('regions')
    return ctx.inertia.render('administration/regions', { regions: await regionList() })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(PlatformPolicy).authorize('regions')
    const regions = await regionList()
    return ctx.inertia.render('administration/new_region', {
      season: newestSeason(regions),
      sources: regions.flatMap(({ id, zh, en, season, release }) =>
        season === null || release === null ? [] : [{ id, zh, en, season }]
      ),
    })
  }

  @inject()
  async store(ctx: HttpContext, createRegion: CreateRegion) {
    await ctx.bouncer.with(PlatformPolicy).authorize('regions')
    const by = auditName(ctx)
    const form = await ctx.request.validateUsing(newRegionValidator)
    const created = await createRegion.handle({
      id: form.regionId,
      code: form.regionCode,
      zh: form.nameZh,
      en: form.nameEn,
      copyFrom: form.copyFrom ?? null,
      season: newestSeason(await regionList()),
      by,
    })
    if (!created.ok) {
      const field = created.reason === 'taken' ? 'regionId' : 'copyFrom'
      return refuseField(ctx, field, created.reason)
    }
    ctx.session.flash('success', ctx.i18n.t('administration.flash.created', { name: form.nameZh }))
    // Its administrator does the rest, and there is nobody yet.
    return ctx.response.redirect().toPath(`/${created.regionId}/staff/people`)
  }
}

/** Years run together: a new region joins the others' season. */
function newestSeason(regions: readonly { season: number | null }[]): number {
  const years = regions.flatMap(({ season }) => season ?? [])
  return years.length > 0 ? Math.max(...years) : new Date(clock.now()).getUTCFullYear()
}
