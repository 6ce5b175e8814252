import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

const COOKIE = 'kaoqu-devices'
/** A shared computer of an exam point is used by some people in turn. */
const KEPT = 8

/** The mark of this browser for an account that has signed in here before; null: never seen. */
export function deviceOf({ request }: HttpContext, login: string): string | null {
  const known = request.encryptedCookie(COOKIE) as Record<string, string> | null
  return known && Object.hasOwn(known, login) ? known[login] : null
}

export function rememberDevice({ request, response }: HttpContext, login: string) {
  const known = (request.encryptedCookie(COOKIE) as Record<string, string> | null) ?? {}
  const { [login]: mark = randomUUID(), ...others } = known
  const kept = [...Object.entries(others).slice(1 - KEPT), [login, mark]]
  response.encryptedCookie(COOKIE, Object.fromEntries(kept), { maxAge: '180 days', path: '/staff' })
}
