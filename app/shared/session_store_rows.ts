import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { HOUR, MINUTE } from '#app/core/time'
import { clock } from '#app/shared/clock'
import { DatabaseSessions } from '#app/shared/database_sessions'
import { RedisSessions } from '#app/shared/redis_sessions'
import type { SessionKeeping, SessionRow } from '#app/shared/session_keeping'
import env from '#start/env'

/** Without a request for this long a session is over. */
const IDLE_LIMIT = 2 * HOUR
/** However busy it was, a session ends this long after the sign-in. */
const ABSOLUTE_LIMIT = 12 * HOUR
/** A busy session is written down at most this often. */
export const TOUCH_EVERY = 5 * MINUTE

let kept: SessionKeeping = env.get('REDIS_URL')
  ? new RedisSessions(async () =>
      (await import('@adonisjs/redis/services/main')).default.connection()
    )
  : new DatabaseSessions()

export function keptSessions(): SessionKeeping {
  return kept
}

/** Keeps sessions elsewhere from now on, until the function that it gives is called. */
export function keepSessionsIn(elsewhere: SessionKeeping): () => void {
  const before = kept
  kept = elsewhere
  return () => {
    kept = before
  }
}

/** The key under which a session is kept: what the browser holds is written nowhere. */
export function sessionKey(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

/** When a session that is used at `now` (ms) ends, if it is not used again. */
export function expiryOf(now: number, signedInAt: number): number {
  return Math.min(now + IDLE_LIMIT, signedInAt + ABSOLUTE_LIMIT)
}

export function liveSessionsOf(staffId: string): Promise<SessionRow[]> {
  return kept.liveOf(staffId, clock.now())
}

/**
 * Ends sessions of a member of staff: all, all but the one that the caller sits in (`except`, its
 * session id), or the one with the key `only`. Their next request is a guest's. Says how many it ended.
 */
export function revokeSessionsOf(
  staffId: string,
  { except, only, client = db.connection() }: RevokeOptions = {}
): Promise<number> {
  return kept.revoke(staffId, { except: except && sessionKey(except), only, client })
}

interface RevokeOptions {
  except?: string
  only?: string
  client?: QueryClientContract
}

const PURGE_EVERY = MINUTE
let purgedAt = 0

/** Deletes what has expired, at most once a minute in each process. */
export async function purgeExpiredSessions() {
  const now = clock.now()
  if (Math.abs(now - purgedAt) < PURGE_EVERY) return
  purgedAt = now
  await kept.purge(now)
}
