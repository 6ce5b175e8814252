import type { HttpContext } from '@adonisjs/core/http'
import { followSeason } from '#app/regions/season_stream'
import { seasonChanges } from '#app/regions/season_changes'

/**
 * When what is live in a region's season changes: as an event stream, or once for those who ask from
 * time to time. Public, and tells a revision and nothing else.
 */
export default class SeasonChangesController {
  async index({ region, request, response }: HttpContext) {
    response.header('Cache-Control', 'no-store')
    const wantsStream = request.header('accept')?.includes('text/event-stream')
    if (request.method() === 'GET' && wantsStream) {
      const { response: raw } = response
      if (await followSeason(region.id, raw, response.getHeaders())) return
    }
    return { revision: await seasonChanges.revision(region.id) }
  }
}
