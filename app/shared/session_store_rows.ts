import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { HOUR, MINUTE } from '#app/core/time'
import { clock } from '#app/shared/clock'

/** Without a request for this long a session is over. */
const IDLE_LIMIT = 2 * HOUR
/** However busy it was, a session ends this long after the sign-in. */
const ABSOLUTE_LIMIT = 12 * HOUR
/** A busy session is written down at most this often. */
export const TOUCH_EVERY = 5 * MINUTE

export interface SessionRow {
  id: string
  staff_id: string | null
  candidate_id: string | null
  data: string
  user_agent: string
  ip: string
  signed_in_at: number
  touched_at: number
  expires_at: number
}

/** The key of a row: what the browser holds is not in the database. */
export function sessionKey(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

/** When a session that is used at `now` (ms) ends, if it is not used again. */
export function expiryOf(now: number, signedInAt: number): number {
  return Math.min(now + IDLE_LIMIT, signedInAt + ABSOLUTE_LIMIT)
}

export function liveSessionsOf(staffId: string): Promise<SessionRow[]> {
  return db
    .from('sessions')
    .where('staff_id', staffId)
    .where('expires_at', '>', clock.now())
    .orderBy('touched_at', 'desc')
    .orderBy('id')
}

/**
 * Ends sessions of a member of staff: all, all but the one that the caller sits in (`except`, its
 * session id), or the one with the key `only`. Their next request is a guest's.
 */
export async function revokeSessionsOf(
  staffId: string,
  { except, only, client = db.connection() }: RevokeOptions = {}
) {
  const query = client.from('sessions').where('staff_id', staffId)
  if (except) query.whereNot('id', sessionKey(except))
  if (only) query.where('id', only)
  await query.delete()
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
  await db.from('sessions').where('expires_at', '<=', now).delete()
}
