import type { HttpContext } from '@adonisjs/core/http'
import { baseCatalogPage } from '#app/catalog/queries/base_catalog_page'
import { permit } from '#app/identity/permit'

/** The national catalog, as the platform prepares and publishes it. */
export default class BaseCatalogController {
  async show(ctx: HttpContext) {
    await permit(ctx, 'platform.catalog')
    return ctx.inertia.render('catalog/base', await baseCatalogPage())
  }
}
