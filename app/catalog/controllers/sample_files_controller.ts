import type { HttpContext } from '@adonisjs/core/http'
import { sampleBytes } from '#app/catalog/sample_files'
import { notFound } from '#app/shared/exceptions/refused'

/** Samples are for everybody, and never change under their name. */
export default class SampleFilesController {
  async show({ params, response }: HttpContext) {
    const bytes = (await sampleBytes(params.sample)) ?? notFound()
    return response
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .header('X-Content-Type-Options', 'nosniff')
      .type('image/jpeg')
      .send(bytes)
  }
}
