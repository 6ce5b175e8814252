import type { HttpContext } from '@adonisjs/core/http'
import { baseCatalogPage } from '#app/catalog/queries/base_catalog_page'
import CatalogPolicy from '#app/catalog/policies/catalog_policy'

/** The national catalog, as the platform prepares and publishes it. */
export default class BaseCatalogController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    return ctx.inertia.render('catalog/base', await baseCatalogPage())
  }
}
