import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { MakeSeasonCurrent } from '#app/administration/actions/make_season_current'
import { seasonToChange } from '#app/administration/season_subject'

/** Which season candidates work in. */
export default class CurrentSeasonsController {
  @inject()
  async update(ctx: HttpContext, makeCurrent: MakeSeasonCurrent) {
    const { season, by } = await seasonToChange(ctx)
    await makeCurrent.handle({ seasonId: season.id, by })
    ctx.session.flash('success', ctx.i18n.t('season.flash.current', { year: season.year }))
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/season`)
  }
}
