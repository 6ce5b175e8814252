import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CheckUpload from '#app/dossiers/actions/check_upload'
import DeleteImage from '#app/dossiers/actions/delete_image'
import StoreImage from '#app/dossiers/actions/store_image'
import { takeImage } from '#app/dossiers/images/take_image'
import { imageView } from '#app/dossiers/item_views'
import { assistedDossier } from '#app/review/assisted_dossier'
import { clock } from '#app/shared/clock'

/** Pictures that staff add on a candidate's behalf: his own way of uploading, in their name. */
export default class AssistedImagesController {
  @inject()
  async store(ctx: HttpContext, checkUpload: CheckUpload, storeImage: StoreImage) {
    const { region, response } = ctx
    const startedAt = clock.now()
    const { row, by } = await assistedDossier(ctx)
    const { candidateId, id: dossierId } = row
    const { image } = await takeImage(
      ctx,
      { candidateId, dossierId, by, startedAt },
      { checkUpload, storeImage }
    )
    return response.created({ image: image && imageView(region.id, image, image.position) })
  }

  @inject()
  async destroy(ctx: HttpContext, deleteImage: DeleteImage) {
    const { row, by } = await assistedDossier(ctx)
    const { candidateId, id: dossierId } = row
    const { image: imageId } = ctx.params
    await deleteImage.handle({ candidateId, dossierId, imageId, by })
    return ctx.response.ok({ deleted: imageId })
  }
}
