import type { QueryClientContract } from '@adonisjs/lucid/types/database'

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

/** What changes of a session says again until when it lives. */
export type SessionChanges = Partial<SessionRow> & Pick<SessionRow, 'expires_at'>

export interface Revocation {
  /** Keys (not the browser's ids) of the one session to spare, or of the only one to end. */
  except?: string
  only?: string
  client: QueryClientContract
}

/** Where sessions of signed-in people lie: the database, or Redis. */
export interface SessionKeeping {
  find(key: string): Promise<SessionRow | null>
  insert(row: SessionRow): Promise<void>
  /** Changes one that is still there; one that was revoked meanwhile does not come back. */
  update(key: string, changes: SessionChanges): Promise<void>
  delete(key: string): Promise<void>
  /** Those of a member of staff that have not expired by `now` (ms). */
  liveOf(staffId: string, now: number): Promise<SessionRow[]>
  /** Ends sessions of a member of staff and says how many. */
  revoke(staffId: string, which: Revocation): Promise<number>
  purge(now: number): Promise<void>
}
