import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReorderImages from '#app/dossiers/actions/reorder_images'
import { orderValidator } from '#app/dossiers/validators/dossier'

export default class ImageOrdersController {
  /** The pictures of an item in the order that the candidate wants. */
  @inject()
  async update({ auth, params, request, response }: HttpContext, reorderImages: ReorderImages) {
    const candidateId = auth.use('candidate').getUserOrFail().id
    const { order } = await request.validateUsing(orderValidator)
    await reorderImages.handle({ candidateId, itemId: params.item, order })
    return response.ok({ order })
  }
}
