import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CheckUpload from '#app/dossiers/actions/check_upload'
import DeleteImage from '#app/dossiers/actions/delete_image'
import StoreImage from '#app/dossiers/actions/store_image'
import { takeImage } from '#app/dossiers/images/take_image'
import { imageView } from '#app/dossiers/item_views'
import { clock } from '#app/shared/clock'

export default class ImagesController {
  @inject()
  async store(ctx: HttpContext, checkUpload: CheckUpload, storeImage: StoreImage) {
    const { auth, response, region } = ctx
    const startedAt = clock.now()
    const candidateId = auth.use('candidate').getUserOrFail().id
    const { image } = await takeImage(ctx, { candidateId, startedAt }, { checkUpload, storeImage })
    return response.created({ image: image && imageView(region.id, image, image.position) })
  }

  @inject()
  async destroy({ auth, params, response }: HttpContext, deleteImage: DeleteImage) {
    const candidate = auth.use('candidate').getUserOrFail()
    await deleteImage.handle({ candidateId: candidate.id, imageId: params.image })
    return response.ok({ deleted: params.image })
  }
}
