import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ExtendForEveryone } from '#app/administration/actions/extend_for_everyone'
import { readExtension } from '#app/administration/read_extension'
import { seasonToChange } from '#app/administration/season_subject'
import { extensionValidator } from '#app/administration/validators/season'

/** More time for everyone after an outage. */
export default class ExtensionsController {
  @inject()
  async store(ctx: HttpContext, extend: ExtendForEveryone) {
    const { season, by } = await seasonToChange(ctx)
    const { version, reasonZh, reasonEn, ...form } =
      await ctx.request.validateUsing(extensionValidator)
    const plan = await readExtension(ctx, season, form)
    const id = await extend.handle({
      ...{ id: season.id, version, by },
      ...{ plan, reasonZh, reasonEn: reasonEn || null },
    })
    return ctx.response.created({ id })
  }
}
