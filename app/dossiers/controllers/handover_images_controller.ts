import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CheckUpload from '#app/dossiers/actions/check_upload'
import StoreImage from '#app/dossiers/actions/store_image'
import { countUpload, imagesOver, rememberImage, requireHandover } from '#app/dossiers/handovers'
import { sendDerivative } from '#app/dossiers/images/send_derivative'
import { takeImage } from '#app/dossiers/images/take_image'
import Image from '#app/dossiers/models/image'
import { tileUrl } from '#app/dossiers/queries/handover_page'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'

/** Pictures over a hand-over: the candidate's own way of uploading, with a link in place of a session. */
export default class HandoverImagesController {
  @inject()
  async store(ctx: HttpContext, checkUpload: CheckUpload, storeImage: StoreImage) {
    const { params, region, response } = ctx
    const startedAt = clock.now()
    const { handover, dossier } = await requireHandover(params.link, startedAt)
    if (handover.itemId !== null && handover.itemId !== params.item) notFound()
    await countUpload(handover)
    const { imageId, image } = await takeImage(
      ctx,
      {
        candidateId: handover.candidateId,
        dossierId: dossier.id,
        via: `handover:${handover.id}`,
        startedAt,
        // Taken back while the bytes were on their way.
        beforeStoring: async () => void (await requireHandover(params.link, startedAt)),
      },
      { checkUpload, storeImage }
    )
    await rememberImage(handover, imageId)
    const thumbnailUrl = tileUrl(region.id, params.link, imageId)
    return response.created({
      image: image && {
        id: imageId,
        place: image.place,
        position: image.position,
        thumbnailUrl,
      },
    })
  }

  /** The tile of a picture that came over this very link. */
  async show(ctx: HttpContext) {
    const { handover, dossier } = await requireHandover(ctx.params.link, clock.now())
    const image = (await imagesOver(handover)).has(ctx.params.image)
      ? await Image.find(ctx.params.image)
      : null
    if (!image || image.removedAt !== null) notFound()
    const { id, format, regionId, dossierId } = image
    const key = { id, format, regionId, dossierId, seasonId: dossier.seasonId }
    return sendDerivative(ctx, key, 'thumbnail')
  }
}
