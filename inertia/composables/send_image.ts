import { parsed, refusalIn, xsrfToken } from '~/composables/server_request'
import type { HandoverTile } from '~/types/handover'
import type { RefusalView } from '~/types/shared'

/** What is known of a picture wherever it was sent from. */
export type StoredImage = HandoverTile

/** What became of one attempt; the queue decides what follows. */
export type Outcome =
  | { kind: 'stored'; image: StoredImage }
  | { kind: 'signed_out' }
  | { kind: 'busy'; afterSeconds: number; refusal: RefusalView | null }
  | { kind: 'refused'; status: number; refusal: RefusalView | null }
  | { kind: 'unreachable' }
  | { kind: 'aborted' }

const DEFAULT_PAUSE_SECONDS = 5

/**
 * Sends one picture; XHR because fetch tells nothing of the bytes that have left.
 *
 * @param onProgress share of the bytes sent, 0 … 1
 */
export function sendImage(
  url: string,
  file: File,
  key: string,
  onProgress: (share: number) => void
): { done: Promise<Outcome>; abort: () => void } {
  const xhr = new XMLHttpRequest()
  const done = new Promise<Outcome>((resolve) => {
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    }
    xhr.onload = () => resolve(outcomeOf(xhr))
    xhr.onerror = () => resolve({ kind: 'unreachable' })
    xhr.ontimeout = () => resolve({ kind: 'unreachable' })
    xhr.onabort = () => resolve({ kind: 'aborted' })
  })
  xhr.open('POST', url)
  xhr.timeout = 120_000
  xhr.setRequestHeader('Accept', 'application/json')
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest')
  xhr.setRequestHeader('X-XSRF-TOKEN', xsrfToken())
  xhr.setRequestHeader('Idempotency-Key', key)
  const form = new FormData()
  form.append('image', file, file.name)
  xhr.send(form)
  return { done, abort: () => xhr.abort() }
}

function outcomeOf(xhr: XMLHttpRequest): Outcome {
  const { status, responseText } = xhr
  if (status >= 200 && status < 300) {
    const image = parsed<{ image: StoredImage }>(responseText)?.image
    return image ? { kind: 'stored', image } : { kind: 'refused', status, refusal: null }
  }
  if (status === 401 || status === 419) return { kind: 'signed_out' }
  const refusal = refusalIn(responseText)
  if (status === 503 || status === 429) {
    const seconds = Number(xhr.getResponseHeader('Retry-After'))
    return { kind: 'busy', afterSeconds: seconds > 0 ? seconds : DEFAULT_PAUSE_SECONDS, refusal }
  }
  return { kind: 'refused', status, refusal }
}
