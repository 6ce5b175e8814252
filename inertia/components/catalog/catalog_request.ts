import { parsed, refusalIn, xsrfToken } from '~/composables/server_request'
import type { FieldProblem } from '~/types/catalog'

/** What somebody else saved meanwhile. */
export interface MovedOn {
  by: string
  at: number
  /** Of the region's draft, to save over it knowingly; null where the page must be read again. */
  version: number | null
  /** As it was saved. */
  value: unknown
}

export type SaveAnswer =
  | { kind: 'done' }
  | { kind: 'problems'; problems: FieldProblem[] }
  | { kind: 'moved'; moved: MovedOn }
  | { kind: 'failed'; message: string | null }
  | { kind: 'offline' }

interface Conflict {
  version?: number
  changes?: { by: { name: string }; at: number; value: unknown }[]
  by?: string
  at?: number
}

/** Sends a form; the server's answer says at which field something is wrong, or who was faster. */
export async function save(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  data: object | FormData
): Promise<SaveAnswer> {
  const isForm = data instanceof FormData
  let response: Response
  try {
    response = await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        'Accept': 'application/json',
        'X-Requested-With': 'XMLHttpRequest',
        'X-XSRF-TOKEN': xsrfToken(),
        ...(isForm ? {} : { 'Content-Type': 'application/json' }),
      },
      body: isForm ? data : JSON.stringify(data),
    })
  } catch {
    return { kind: 'offline' }
  }
  const text = await response.text()
  if (response.ok) return { kind: 'done' }
  const problems = parsed<{ problems?: FieldProblem[] }>(text)?.problems
  if (problems) return { kind: 'problems', problems }
  const moved = response.status === 409 ? movedOn(parsed<Conflict>(text)) : null
  return moved ? { kind: 'moved', moved } : failed(text)
}

function movedOn(body: Conflict | null): MovedOn | null {
  const last = body?.changes?.at(-1)
  if (last) {
    const { by, at, value } = last
    return { by: by.name, at, version: body!.version ?? null, value }
  }
  return body?.at === undefined
    ? null
    : { by: body.by ?? '', at: body.at, version: null, value: null }
}

function failed(text: string): SaveAnswer {
  return { kind: 'failed', message: refusalIn(text)?.message ?? null }
}
