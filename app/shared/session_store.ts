import type { HttpContext } from '@adonisjs/core/http'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'
import { clock } from '#app/shared/clock'
import { decryptField, encryptField } from '#app/shared/field_cipher'
import type { SessionRow } from '#app/shared/session_keeping'
import {
  expiryOf,
  keptSessions,
  purgeExpiredSessions,
  sessionKey,
  TOUCH_EVERY,
} from '#app/shared/session_store_rows'

/** Where the two guards of config/auth.ts keep who is signed in. */
const STAFF = 'auth_staff'
const CANDIDATE = 'auth_candidate'

/**
 * A guest's session is his encrypted cookie; a signed-in person's is kept where it can be listed and
 * revoked (session_keeping.ts). A request of his costs one read, and a write when the data changed or five minutes are
 * over. Writes are made at the end of a request, outside of any transaction.
 */
export class SessionStore implements SessionStoreContract {
  #row: (SessionRow & { json: string }) | null = null
  /** The row that this request has left behind for a new id. */
  #left: SessionRow | null = null

  constructor(
    private ctx: HttpContext,
    private cookieName: string,
    private guests: SessionStoreContract
  ) {}

  async read(sessionId: string): Promise<SessionData | null> {
    // Nobody has this id yet: it was made for this request.
    if (this.ctx.request.cookie(this.cookieName) !== sessionId) return null
    const guest = await this.guests.read(sessionId)
    // A cookie never says who somebody is: it cannot be revoked.
    if (guest) return withoutPersons(guest)

    const row = await keptSessions().find(sessionKey(sessionId))
    if (!row) return null
    if (Number(row.expires_at) <= clock.now()) {
      await keptSessions().delete(row.id)
      return null
    }
    const json = decryptField(row.data)
    this.#row = { ...row, json }
    return JSON.parse(json)
  }

  async write(sessionId: string, data: SessionData) {
    const id = sessionKey(sessionId)
    const json = JSON.stringify(data)
    const persons = personsOf(data)
    if (!persons.staff_id && !persons.candidate_id) {
      if (this.#row?.id === id) await keptSessions().delete(id)
      return this.guests.write(sessionId, data)
    }
    if (this.#row?.id !== id) return this.#insert(id, persons, json)
    if (this.#row.json === json) return this.touch(sessionId)
    const changes = { ...persons, data: encryptField(json), ...usedNow(this.#row.signed_in_at) }
    await keptSessions().update(id, changes)
  }

  async touch(sessionId: string) {
    const row = this.#row
    if (row?.id !== sessionKey(sessionId)) return this.guests.touch(sessionId)
    if (clock.now() - Number(row.touched_at) < TOUCH_EVERY) return
    await keptSessions().update(row.id, usedNow(row.signed_in_at))
  }

  async destroy(sessionId: string) {
    await this.guests.destroy(sessionId)
    if (this.#row?.id !== sessionKey(sessionId)) return
    this.#left = this.#row
    await keptSessions().delete(this.#row.id)
    this.#row = null
  }

  async #insert(id: string, persons: Persons, json: string) {
    // A new id for the same people goes on with their time; a sign-in begins anew.
    const same =
      this.#left?.staff_id === persons.staff_id && this.#left.candidate_id === persons.candidate_id
    const signedInAt = same ? Number(this.#left!.signed_in_at) : clock.now()
    const { request } = this.ctx
    await keptSessions().insert({
      id,
      ...persons,
      data: encryptField(json),
      user_agent: (request.header('user-agent') ?? '').slice(0, 200),
      ip: request.ip().slice(0, 45),
      signed_in_at: signedInAt,
      ...usedNow(signedInAt),
    })
    await purgeExpiredSessions()
  }
}

type Persons = Pick<SessionRow, 'staff_id' | 'candidate_id'>

function personsOf(data: SessionData): Persons {
  const id = (key: string) => (data[key] as string | undefined) ?? null
  return { staff_id: id(STAFF), candidate_id: id(CANDIDATE) }
}

function usedNow(signedInAt: number) {
  const now = clock.now()
  return { touched_at: now, expires_at: expiryOf(now, Number(signedInAt)) }
}

function withoutPersons(data: SessionData): SessionData {
  const { [STAFF]: _staff, [CANDIDATE]: _candidate, ...rest } = data
  return rest
}
