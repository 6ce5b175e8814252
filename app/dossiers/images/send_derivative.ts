import type { HttpContext } from '@adonisjs/core/http'
import { derivativeBytes, type Derivative, type ImageKey } from './image_files.js'

/** Answers with a picture's derivative. Who may see it was asked before, and is asked at every request. */
export async function sendDerivative(
  { request, response }: HttpContext,
  image: ImageKey,
  derivative: Derivative
) {
  // The bytes under an id never change, so the id is their tag.
  const etag = `"${image.id}-${derivative}"`
  response
    .header('Cache-Control', 'private, no-cache')
    .header('ETag', etag)
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Disposition', 'inline')
    .header('Content-Security-Policy', "default-src 'none'; sandbox")
  if (request.header('if-none-match') === etag) return response.status(304).send(null)
  const bytes = await derivativeBytes(image, derivative)
  return response.type('image/jpeg').send(bytes)
}
