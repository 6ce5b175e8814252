import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { RestoreRelease } from '#app/catalog/actions/restore_release'
import Release from '#app/catalog/models/release'
import { currentSeason } from '#app/regions/queries/current_season'
import { notFound, refuse } from '#app/shared/exceptions/refused'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'

/** An old release published again, as a new one. */
export default class RestorationsController {
  @inject()
  async store(ctx: HttpContext, restoreRelease: RestoreRelease) {
    const { i18n, params, region, response, session } = ctx
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const { season } = (await currentSeason()) ?? notFound()
    const old = await Release.query()
      .where({ id: params.release, seasonId: season.id })
      .firstOrFail()
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const restored = await restoreRelease.handle({ seasonId: season.id, releaseId: old.id, by })
    if (!restored.ok) {
      if (restored.reason === 'loses') {
        const materials = restored.lost.map(({ code }) => code).join(', ')
        refuse('RELEASE_LOSES_MATERIALS', { materials })
      }
      refuse(restored.reason === 'problems' ? 'RELEASE_HAS_PROBLEMS' : 'RELEASE_NOTHING_NEW')
    }
    const numbers = { number: restored.number, from: old.number }
    session.flash('success', i18n.t('releases.flash.restored', numbers))
    return response.redirect().toPath(`/${region.id}/staff/releases`)
  }
}
