import { PassThrough } from 'node:stream'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { seasonChanges } from '#app/regions/season_changes'

const HEARTBEAT_MS = 25_000

/** What browsers and proxies must know of an event stream. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

const open = new Set<PassThrough>()
app.terminating(() => open.forEach((stream) => stream.end()))

/**
 * When what is live in a region's season changes: as an event stream, or once for those who ask from
 * time to time. Public, and tells a revision and nothing else.
 */
export default class SeasonChangesController {
  async index({ region, request, response }: HttpContext) {
    response.header('Cache-Control', 'no-store')
    const asStream = request.header('accept')?.includes('text/event-stream')
    const stream = asStream ? new PassThrough() : null
    // Listening comes before looking: a change in between is told twice rather than never.
    const tell = (revision: string) => stream?.write(`data: ${revision}\n\n`)
    const stop = stream && seasonChanges.listen(region.id, tell)
    const revision = await seasonChanges.revision(region.id)
    if (!stream || !stop) return { revision }

    const heartbeat = setInterval(() => stream.write(':\n\n'), HEARTBEAT_MS)
    stream.on('close', () => {
      clearInterval(heartbeat)
      stop()
      open.delete(stream)
    })
    open.add(stream)
    for (const [name, value] of Object.entries(HEADERS)) response.header(name, value)
    response.response.on('close', () => stream.destroy())
    tell(revision)
    return response.stream(stream)
  }
}
