import type { RedisConnection } from '@adonisjs/redis'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DAY } from '#app/core/time'
import { clock } from '#app/shared/clock'
import type {
  Revocation,
  SessionChanges,
  SessionKeeping,
  SessionRow,
} from '#app/shared/session_keeping'

const keyOf = (session: string) => `session:${session}`
/** Names the sessions of a member of staff; some of them may be gone. */
const listOf = (staffId: string) => `sessions-of:${staffId}`
/** No session lives longer, so no list need either. */
const LIST_LIVES = DAY

/** Writes fields of a session and its time to live, unless it is gone. */
const UPDATE = `
  if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
  redis.call('HSET', KEYS[1], unpack(ARGV, 2))
  return redis.call('PEXPIRE', KEYS[1], ARGV[1])`

/** Sessions as hashes of Redis, which expire by themselves. */
export class RedisSessions implements SessionKeeping {
  constructor(private connect: () => Promise<RedisConnection>) {}

  async find(key: string): Promise<SessionRow | null> {
    const redis = await this.connect()
    return rowOf(await redis.hgetall(keyOf(key)))
  }

  async insert(row: SessionRow) {
    const redis = await this.connect()
    const key = keyOf(row.id)
    await redis.multi().hset(key, fieldsOf(row)).pexpire(key, timeLeft(row)).exec()
    await this.#enlist(row.id, row.staff_id)
  }

  async update(key: string, changes: SessionChanges) {
    const redis = await this.connect()
    const fields = Object.entries(fieldsOf(changes)).flat()
    await redis.eval(UPDATE, 1, keyOf(key), timeLeft(changes), ...fields)
    await this.#enlist(key, changes.staff_id)
  }

  async delete(key: string) {
    const redis = await this.connect()
    await redis.del(keyOf(key))
  }

  async liveOf(staffId: string, now: number): Promise<SessionRow[]> {
    const rows = await this.#rowsOf(staffId)
    return rows
      .filter((row) => row.expires_at > now)
      .sort((a, b) => b.touched_at - a.touched_at || (a.id < b.id ? -1 : 1))
  }

  /**
   * At once, so that nothing changes while Redis cannot be reached, and again after the commit: until
   * then somebody could sign in with what is just being taken from him.
   */
  async revoke(staffId: string, which: Revocation): Promise<number> {
    const { client } = which
    const ended = await this.#revokeNow(staffId, which)
    if (isTransaction(client)) {
      client.after('commit', async () => void (await this.#revokeNow(staffId, which)))
    }
    return ended
  }

  /** Redis forgets by itself. */
  async purge() {}

  async #revokeNow(staffId: string, { except, only }: Revocation): Promise<number> {
    const redis = await this.connect()
    const rows = await this.#rowsOf(staffId)
    const ended = rows.filter(({ id }) => (only ? id === only : id !== except))
    return ended.length > 0 ? redis.del(...ended.map(({ id }) => keyOf(id))) : 0
  }

  async #enlist(key: string, staffId: string | null | undefined) {
    if (!staffId) return
    const redis = await this.connect()
    const list = listOf(staffId)
    await redis.multi().sadd(list, key).pexpire(list, LIST_LIVES).exec()
  }

  async #rowsOf(staffId: string): Promise<SessionRow[]> {
    const redis = await this.connect()
    const rows: SessionRow[] = []
    for (const id of await redis.smembers(listOf(staffId))) {
      const row = await this.find(id)
      if (row?.staff_id === staffId) rows.push(row)
      else await redis.srem(listOf(staffId), id)
    }
    return rows
  }
}

/** By our clock, which Redis does not share; at least a moment, which it demands. */
function timeLeft({ expires_at: until }: Pick<SessionRow, 'expires_at'>): number {
  return Math.max(1, until - clock.now())
}

/** Redis knows no null. */
function fieldsOf(row: Partial<SessionRow>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, String(value ?? '')])
  )
}

function rowOf(fields: Record<string, string>): SessionRow | null {
  if (!fields.id) return null
  const { id, staff_id: staffId, candidate_id: candidateId, data, user_agent: agent, ip } = fields
  return {
    ...{ id, data, ip },
    staff_id: staffId || null,
    candidate_id: candidateId || null,
    user_agent: agent,
    signed_in_at: Number(fields.signed_in_at),
    touched_at: Number(fields.touched_at),
    expires_at: Number(fields.expires_at),
  }
}

function isTransaction(client: Revocation['client']): client is TransactionClientContract {
  return client.isTransaction
}
