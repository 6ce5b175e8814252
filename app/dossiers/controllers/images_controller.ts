import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CheckUpload from '#app/dossiers/actions/check_upload'
import DeleteImage from '#app/dossiers/actions/delete_image'
import StoreImage from '#app/dossiers/actions/store_image'
import { FORM_OVERHEAD, receiveFile, tooLarge } from '#app/dossiers/images/receive'
import { imageView } from '#app/dossiers/item_views'
import { placedImage } from '#app/dossiers/queries/placed_image'
import { idempotencyKey } from '#app/dossiers/validators/dossier'
import { clock } from '#app/shared/clock'

export default class ImagesController {
  /** Everything that can be asked is asked before the body is read. */
  @inject()
  async store(ctx: HttpContext, checkUpload: CheckUpload, storeImage: StoreImage) {
    const { auth, params, request, response, region } = ctx
    const startedAt = clock.now()
    const candidate = auth.use('candidate').getUserOrFail()
    const key = idempotencyKey(request)
    const { dossier, rules } = await checkUpload.handle(candidate.id, params.item, startedAt, key)
    const announced = Number(request.header('content-length') ?? 0)
    if (announced > rules.maxBytes + FORM_OVERHEAD) throw tooLarge(announced, rules.maxBytes)

    const file = await receiveFile(ctx, rules.maxBytes)
    const { imageId } = await storeImage.handle({
      dossier: dossier.row,
      itemId: params.item,
      place: request.qs().place || null,
      rules,
      file,
      startedAt,
      idempotencyKey: key,
    })
    const image = await placedImage(dossier.row.id, imageId!)
    return response.created({ image: image && imageView(region.id, image, image.position) })
  }

  @inject()
  async destroy({ auth, params, response }: HttpContext, deleteImage: DeleteImage) {
    const candidate = auth.use('candidate').getUserOrFail()
    await deleteImage.handle({ candidateId: candidate.id, imageId: params.image })
    return response.ok({ deleted: params.image })
  }
}
