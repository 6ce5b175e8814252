import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import app from '@adonisjs/core/services/app'
import { seasonChanges } from '#app/regions/season_changes'

/** Proxies cut what is silent for a minute. */
const BEAT_EVERY = 25_000
/** Who does not read what he is sent has gone. */
const MOST_UNREAD = 64 * 1024

/** What browsers and proxies must know of an event stream. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

const open = new Set<ServerResponse>()
let beat: NodeJS.Timeout | undefined

/**
 * Turns an answer into a stream of the season's revisions: the present one, then each new one. Keeps
 * the bare answer and nothing of its request: about 16 KB for each that listens.
 *
 * @returns false where too many listen already
 */
export async function followSeason(
  regionId: string,
  answer: ServerResponse,
  headers: OutgoingHttpHeaders
): Promise<boolean> {
  const tell = (revision: string) => {
    if (answer.headersSent) answer.write(`data: ${revision}\n\n`)
  }
  // Listening comes before looking: a change in between is told twice rather than never.
  const stop = seasonChanges.listen(regionId, tell)
  if (!stop) return false
  answer.on('close', () => leave(answer, stop))
  try {
    const revision = await seasonChanges.revision(regionId)
    answer.writeHead(200, { ...headers, ...HEADERS })
    tell(revision)
  } catch (error) {
    stop()
    throw error
  }
  if (answer.destroyed) leave(answer, stop)
  else join(answer)
  return true
}

function join(answer: ServerResponse) {
  open.add(answer)
  beat ??= setInterval(() => open.forEach(keepAlive), BEAT_EVERY).unref()
}

function leave(answer: ServerResponse, stop: () => void) {
  stop()
  open.delete(answer)
  if (open.size > 0) return
  clearInterval(beat)
  beat = undefined
}

function keepAlive(answer: ServerResponse) {
  if (answer.writableLength > MOST_UNREAD) answer.destroy()
  else answer.write(':\n\n')
}

// The server waits for its answers to end before it goes.
app.terminating(() => open.forEach((answer) => answer.end()))
