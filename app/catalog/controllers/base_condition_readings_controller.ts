import type { HttpContext } from '@adonisjs/core/http'
import { readCondition } from '#app/catalog/condition_words'
import { catalogDraft } from '#app/catalog/queries/catalog_draft'
import { conditionValidator } from '#app/catalog/validators/material'
import CatalogPolicy from '#app/catalog/policies/catalog_policy'
import { notFound } from '#app/shared/exceptions/refused'

/** A condition read back as a sentence while the national catalog is edited. */
export default class BaseConditionReadingsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { condition } = await ctx.request.validateUsing(conditionValidator)
    const { catalog } = await catalogDraft()
    return readCondition(condition, catalog ?? notFound())
  }
}
