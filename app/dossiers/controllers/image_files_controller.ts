import type { HttpContext } from '@adonisjs/core/http'
import { derivativeBytes, type Derivative } from '#app/dossiers/images/image_files'
import { visibleImage } from '#app/dossiers/queries/visible_image'

/** Serves what people look at: re-encoded, without metadata, to its owner and his region's staff. */
export default class ImageFilesController {
  async show(ctx: HttpContext) {
    const { params, response, request } = ctx
    const image = await visibleImage(ctx, params.image)
    // The bytes under an id never change, so the id is their tag; the check above runs every time.
    const etag = `"${image.id}-${params.derivative}"`
    response
      .header('Cache-Control', 'private, no-cache')
      .header('ETag', etag)
      .header('X-Content-Type-Options', 'nosniff')
      .header('Content-Disposition', 'inline')
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
    if (request.header('if-none-match') === etag) return response.status(304).send(null)
    const bytes = await derivativeBytes(image, params.derivative as Derivative)
    return response.type('image/jpeg').send(bytes)
  }
}
