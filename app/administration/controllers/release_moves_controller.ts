import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { OrderMove } from '#app/administration/actions/order_move'
import { releaseMoveValidator } from '#app/administration/validators/release_move'
import Release from '#app/catalog/models/release'
import { currentSeason } from '#app/regions/queries/current_season'
import { notFound } from '#app/shared/exceptions/refused'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'

/** Dossiers that were submitted under another release, moved to this one on purpose. */
export default class ReleaseMovesController {
  @inject()
  async store(ctx: HttpContext, orderMove: OrderMove) {
    const { i18n, params, region, request, response, session } = ctx
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const { season } = (await currentSeason()) ?? notFound()
    const release = await Release.query()
      .where({ id: params.release, seasonId: season.id })
      .firstOrFail()
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { states, reason } = await request.validateUsing(releaseMoveValidator)
    const n = await orderMove.handle({ release, states, reason, by })
    session.flash('success', i18n.t('releases.flash.moving', { n, number: release.number }))
    return response.redirect().toPath(`/${region.id}/staff/releases`)
  }
}
