import type { HttpContext } from '@adonisjs/core/http'
import { extensionPreview } from '#app/administration/queries/extension_preview'
import { readExtension } from '#app/administration/read_extension'
import { seasonToChange } from '#app/administration/season_subject'
import { extensionPreviewValidator } from '#app/administration/validators/season'

/** What an extension for everyone would do, before it is made. */
export default class ExtensionPreviewsController {
  async store(ctx: HttpContext) {
    const { season } = await seasonToChange(ctx)
    const form = await ctx.request.validateUsing(extensionPreviewValidator)
    const { since, movedBy, window } = await readExtension(ctx, season, form)
    const newEnd = window === null ? null : window.end + movedBy
    const preview = await extensionPreview({ seasonId: season.id, since, newEnd })
    return {
      movedBy,
      oldEnd: window?.end ?? null,
      newEnd,
      newCap: season.returnCapAt === null ? null : season.returnCapAt + movedBy,
      ...preview,
    }
  }
}
