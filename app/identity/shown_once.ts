import type { HttpContext } from '@adonisjs/core/http'

/** What is shown once and kept nowhere readable: the session is encrypted wherever it lies. */
export interface ShownOnce {
  recoveryCodes: string[]
  staffLink: { name: string; login: string; url: string; expiresAt: number }
}

type Session = HttpContext['session']

export function showOnce<K extends keyof ShownOnce>(session: Session, key: K, value: ShownOnce[K]) {
  session.flash(key, value)
}

export function shownOnce<K extends keyof ShownOnce>(session: Session, key: K) {
  return (session.flashMessages.get(key) as ShownOnce[K] | undefined) ?? null
}
