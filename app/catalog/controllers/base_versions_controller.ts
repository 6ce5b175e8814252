import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { PublishCatalog } from '#app/catalog/actions/publish_catalog'
import { answerInUse, answerProblems } from '#app/catalog/answers'
import { catalogVersionValidator } from '#app/catalog/validators/material'
import { auditName } from '#app/identity/staff_actor'
import CatalogPolicy from '#app/catalog/policies/catalog_policy'
import { refuse } from '#app/shared/exceptions/refused'

/** Versions of the national catalog: each is published once and stays as it is. */
export default class BaseVersionsController {
  @inject()
  async store(ctx: HttpContext, publish: PublishCatalog) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { id } = auditName(ctx)
    const { seen } = await ctx.request.validateUsing(catalogVersionValidator)
    const published = await publish.handle({ by: id, seen })
    if (!published.ok) {
      if (published.reason === 'problems') return answerProblems(ctx, published.problems)
      if (published.reason === 'in_use') return answerInUse(ctx, published.name, published.uses)
      return refuse(published.reason === 'moved_on' ? 'CATALOG_MOVED_ON' : 'CATALOG_UNCHANGED')
    }
    const { number, version } = published
    ctx.session.flash('success', ctx.i18n.t('catalog.flash.published', { number, version }))
    return ctx.response.created({ number, version })
  }
}
