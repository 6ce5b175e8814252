import type { HttpContext } from '@adonisjs/core/http'
import { catalogHistory } from '#app/catalog/queries/catalog_history'
import { catalogHistoryValidator } from '#app/catalog/validators/material'
import CatalogPolicy from '#app/catalog/policies/catalog_policy'

/** What was done to the national catalog, by whom and when. */
export default class BaseHistoryController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { before } = await catalogHistoryValidator.validate(ctx.request.qs())
    return ctx.inertia.render('catalog/history', await catalogHistory(before ?? null))
  }
}
