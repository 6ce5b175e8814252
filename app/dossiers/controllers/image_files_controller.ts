import type { HttpContext } from '@adonisjs/core/http'
import type { Derivative } from '#app/dossiers/images/image_files'
import { sendDerivative } from '#app/dossiers/images/send_derivative'
import { visibleImage } from '#app/dossiers/queries/visible_image'

/** Serves what people look at: re-encoded, without metadata, to its owner and his region's staff. */
export default class ImageFilesController {
  async show(ctx: HttpContext) {
    const image = await visibleImage(ctx, ctx.params.image)
    return sendDerivative(ctx, image, ctx.params.derivative as Derivative)
  }
}
