import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import SaveFilter from '#app/review/actions/save_filter'
import SavedFilter from '#app/review/models/saved_filter'
import QueuePolicy from '#app/review/policies/queue_policy'
import { staffOf } from '#app/review/reviewer'
import { filterNameValidator, savedFilterValidator } from '#app/review/validators/queue'
import { currentRegionId } from '#app/shared/region_context'

/** Filters of one's own, by the names that one has given them. */
export default class SavedFiltersController {
  @inject()
  async update(ctx: HttpContext, saveFilter: SaveFilter) {
    await ctx.bouncer.with(QueuePolicy).authorize('view', ctx.region)
    const { id: staffId } = await staffOf(ctx)
    const { name } = await filterNameValidator.validate({ name: ctx.params.saved })
    await saveFilter.handle({
      ...{ staffId, name },
      ...(await ctx.request.validateUsing(savedFilterValidator)),
    })
    return ctx.response.noContent()
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(QueuePolicy).authorize('view', ctx.region)
    const { id: staffId } = await staffOf(ctx)
    await SavedFilter.query()
      .where({ regionId: currentRegionId(), staffId, name: String(ctx.params.saved) })
      .delete()
    return ctx.response.noContent()
  }
}
