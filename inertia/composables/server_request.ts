import type { RefusalView } from '~/types/shared'

export interface Answer<Body> {
  status: number
  body: Body | null
  refusal: RefusalView | null
  /** What is wrong with what was sent, by the field's path: `windows.2.end`. */
  errors: Record<string, string>
}

/** The token that the server expects back; it changes when the session does, so it is read each time. */
export function xsrfToken(): string {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)
  return found ? decodeURIComponent(found[1]!) : ''
}

/** The first refusal of `{ errors: [{ code, message }] }`, or null when the body is something else. */
export function refusalIn(text: string): RefusalView | null {
  const body = parsed<{ errors?: RefusalView[] }>(text)
  const first = body?.errors?.[0]
  return first?.message ? { code: first.code, message: first.message } : null
}

/** Messages by field of a form that was refused; the first of each. */
function fieldErrors(text: string): Record<string, string> {
  const body = parsed<{ errors?: { field?: string; message: string }[] }>(text)
  const found: Record<string, string> = {}
  for (const { field, message } of body?.errors ?? []) if (field) found[field] ??= message
  return found
}

export function parsed<Body>(text: string): Body | null {
  try {
    return JSON.parse(text) as Body
  } catch {
    return null
  }
}

/** A request outside of page visits. Rejects only when no answer came. */
export async function ask<Body>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  data?: object
): Promise<Answer<Body>> {
  const response = await fetch(url, {
    method,
    keepalive: method !== 'GET',
    credentials: 'same-origin',
    headers: {
      'Accept': 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
      'X-XSRF-TOKEN': xsrfToken(),
      ...(data ? { 'Content-Type': 'application/json' } : {}),
    },
    body: data ? JSON.stringify(data) : undefined,
  })
  const text = await response.text()
  return {
    status: response.status,
    body: response.ok ? parsed<Body>(text) : null,
    refusal: response.ok ? null : refusalIn(text),
    errors: response.ok ? {} : fieldErrors(text),
  }
}

/** A fresh key for one intent; the same intent sent again keeps its key. */
export function newKey(): string {
  // randomUUID exists in secure contexts only; a region may still be served over plain http.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
