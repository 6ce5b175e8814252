import { parsed, refusalIn, xsrfToken } from '~/composables/server_request'
import type { Problem } from './view'

/** What the server takes, bytes. */
export const FILE_LIMIT = 256 * 1024

export type ImportAnswer<Body> =
  | { kind: 'done'; body: Body }
  | { kind: 'problems'; problems: Problem[] }
  | { kind: 'failed'; message: string | null }
  | { kind: 'offline' }

/** Sends a file's text as it is: the server reads it, so that it alone says what is wrong with it. */
export async function sendFile<Body>(url: string, text: string): Promise<ImportAnswer<Body>> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Accept': 'application/json',
        'Content-Type': 'text/plain; charset=utf-8',
        'X-Requested-With': 'XMLHttpRequest',
        'X-XSRF-TOKEN': xsrfToken(),
      },
      body: text,
    })
  } catch {
    return { kind: 'offline' }
  }
  const answer = await response.text()
  if (response.ok) return { kind: 'done', body: parsed<Body>(answer)! }
  const problems = parsed<{ problems?: Problem[] }>(answer)?.problems
  if (problems) return { kind: 'problems', problems }
  return { kind: 'failed', message: refusalIn(answer)?.message ?? null }
}

export type ReadFile = { ok: true; text: string } | { ok: false; why: 'not_utf8' | 'unreadable' }

/** A file's text; other encodings are told apart here, where its bytes are. */
export async function readUtf8(file: File): Promise<ReadFile> {
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return { ok: false, why: 'unreadable' }
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, why: 'not_utf8' }
  }
}
