import type { HttpContext } from '@adonisjs/core/http'
import { newestCatalog } from '#app/catalog/catalog_versions'
import { readCondition } from '#app/catalog/condition_words'
import { conditionValidator } from '#app/catalog/validators/material'
import RegionPolicy from '#app/regions/policies/region_policy'
import { notFound } from '#app/shared/exceptions/refused'

/** A condition read back as a sentence while a region's staff builds it. */
export default class ConditionReadingsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const { condition } = await ctx.request.validateUsing(conditionValidator)
    return readCondition(condition, (await newestCatalog()) ?? notFound())
  }
}
