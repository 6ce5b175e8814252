import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { Refused } from '#app/shared/exceptions/refused'

export interface ReceivedFile {
  bytes: Buffer
  sha256: string
}

/**
 * Reads the one part `image` of a multipart body: counts while receiving, also what belongs to no
 * picture, and stops at the first byte too many; nothing touches the disk or the database here (queries in a part's handler lose
 * their context).
 *
 * @param maxBytes limit of the file, in bytes
 * @throws Refused IMAGE_TOO_LARGE, IMAGE_EMPTY, REQUEST_BROKEN
 */
export async function receiveFile(
  { request }: HttpContext,
  maxBytes: number
): Promise<ReceivedFile> {
  let received: ReceivedFile | null = null
  let refused: Refused | null = null
  const { multipart } = request
  if (!multipart) throw new Refused({ code: 'REQUEST_BROKEN' })
  let begun = false
  const stop = (refusal: Refused) => {
    refused ??= refusal
    multipart.abort(refused)
  }

  multipart.onFile('image', { deferValidations: true }, async (part, report) => {
    if (begun) return stop(new Refused({ code: 'REQUEST_BROKEN' }))
    begun = true
    const chunks: Buffer[] = []
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of part as AsyncIterable<Buffer>) {
      report(chunk)
      size += chunk.length
      if (size > maxBytes) return stop(tooLarge(size, maxBytes))
      hash.update(chunk)
      chunks.push(chunk)
    }
    received = { bytes: Buffer.concat(chunks), sha256: hash.digest('hex') }
  })
  const limit = maxBytes + FORM_OVERHEAD
  const done = multipart.process({ limit })
  // Parts of other names and what stands between parts have no other limit in a chunked body.
  let total = 0
  request.request.on('data', (chunk: Buffer) => {
    total += chunk.length
    if (total > limit && !refused) stop(tooLarge(total, maxBytes))
  })
  // The parser resolves quietly after an abort: what was refused is kept and thrown here.
  await done.catch((error) => {
    if (!refused) throw error
  })
  if (refused) throw refused
  if (!received || (received as ReceivedFile).bytes.length === 0) {
    throw new Refused({ code: 'IMAGE_EMPTY' })
  }
  return received
}

/** What a multipart form adds to its file: boundaries and headers of the part. */
export const FORM_OVERHEAD = 4096

export function tooLarge(bytes: number, maxBytes: number): Refused {
  const kb = Math.ceil(bytes / 1024)
  return new Refused({
    code: 'IMAGE_TOO_LARGE',
    params: { kb, maxKb: Math.floor(maxBytes / 1024) },
  })
}
