import type { HttpContext } from '@adonisjs/core/http'
import { catalogHistory } from '#app/catalog/queries/catalog_history'
import { catalogHistoryValidator } from '#app/catalog/validators/material'
import { permit } from '#app/identity/permit'

/** What was done to the national catalog, by whom and when. */
export default class BaseHistoryController {
  async index(ctx: HttpContext) {
    await permit(ctx, 'platform.catalog')
    const { before } = await catalogHistoryValidator.validate(ctx.request.qs())
    return ctx.inertia.render('catalog/history', await catalogHistory(before ?? null))
  }
}
