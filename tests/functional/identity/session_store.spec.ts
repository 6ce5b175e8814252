import { test } from '@japa/runner'
import type { Group } from '@japa/runner/core'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import identityConfig from '#config/identity'
import { HOUR, MINUTE } from '#app/core/time'
import type Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import { RedisSessions } from '#app/shared/redis_sessions'
import type { SessionRow } from '#app/shared/session_keeping'
import { keepSessionsIn, liveSessionsOf, revokeSessionsOf } from '#app/shared/session_store_rows'
import { transaction } from '#app/shared/transaction'
import env from '#start/env'
import { OwnRedis } from '#tests/support/own_redis'
import { withRealSessions } from '#tests/support/real_sessions'
import { inWorld, PASSWORD, staffOf } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'

const PORTAL = env.get('APP_URL')

async function signIn(staff: Staff, visitor = new Visitor()) {
  await visitor.get(`${PORTAL}/staff/login`)
  await visitor.post(`${PORTAL}/staff/login`, { login: staff.login, password: PASSWORD })
  return visitor
}

const isSignedIn = async (visitor: Visitor) =>
  !(await visitor.get(`${PORTAL}/staff`)).url.href.endsWith('/staff/login')

/** What people's sessions owe them, wherever they are kept. */
function keepsSessions(group: Group, rows: () => Promise<SessionRow[]>) {
  withRealSessions(group)
  group.each.setup(async () => {
    await limiter.clear()
    identityConfig.secondFactor = 'optional'
    clock.freeze(Date.parse('2027-01-20T09:00:00+08:00'))
    return () => {
      identityConfig.secondFactor = 'required'
      clock.freeze(null)
    }
  })

  test('a guest has no row, whatever he looks at', async ({ assert }) => {
    const visitor = new Visitor()
    for (const path of ['/', '/sc', '/staff/login', '/sc']) await visitor.get(`${PORTAL}${path}`)
    await visitor.post(`${PORTAL}/staff/login`, { login: 'nobody', password: 'wrong' })
    assert.isEmpty(await rows())
  })

  test('signing in makes a row that opens nothing by itself', async ({ assert }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const visitor = await signIn(staff)
    assert.isTrue(await isSignedIn(visitor))
    const [row, ...others] = await rows()
    assert.isEmpty(others)
    assert.equal(row.staff_id, staff.id)
    assert.match(row.id, /^[0-9a-f]{64}$/)
    assert.notInclude(row.data, staff.id)
  })

  test('a busy session is written down every five minutes, not at every request', async ({
    assert,
  }) => {
    const visitor = await signIn(await staffOf('sc', 'region_reviewer'))
    await visitor.get(`${PORTAL}/sc/staff/queue`)
    const [before] = await rows()
    const start = clock.now()
    clock.freeze(start + 4 * MINUTE)
    await visitor.get(`${PORTAL}/sc/staff/queue`)
    assert.deepEqual(await rows(), [before])
    clock.freeze(start + 5 * MINUTE)
    await visitor.get(`${PORTAL}/sc/staff/queue`)
    const [after] = await rows()
    assert.equal(Number(after.touched_at), clock.now())
    assert.equal(Number(after.expires_at), clock.now() + 2 * HOUR)
  })

  test('an idle session ends after two hours', async ({ assert }) => {
    const visitor = await signIn(await staffOf('sc', 'region_reviewer'))
    clock.freeze(clock.now() + 2 * HOUR - 1)
    assert.isTrue(await isSignedIn(visitor))
    clock.freeze(clock.now() + 2 * HOUR)
    assert.isFalse(await isSignedIn(visitor))
    assert.isEmpty(await rows())
  })

  test('a busy one ends twelve hours after the sign-in', async ({ assert }) => {
    const visitor = await signIn(await staffOf('sc', 'region_reviewer'))
    const start = clock.now()
    for (let hour = 1; hour < 12; hour++) {
      clock.freeze(start + hour * HOUR)
      assert.isTrue(await isSignedIn(visitor), `hour ${hour}`)
    }
    clock.freeze(start + 12 * HOUR)
    assert.isFalse(await isSignedIn(visitor))
  })

  test('signing out deletes the row, and the old cookies open nothing', async ({ assert }) => {
    const visitor = await signIn(await staffOf('sc', 'region_reviewer'))
    const copy = visitor.copy()
    await visitor.post(`${PORTAL}/staff/logout`)
    assert.isEmpty(await rows())
    assert.isFalse(await isSignedIn(visitor))
    assert.isFalse(await isSignedIn(copy))
  })

  test('the id changes at sign-in: what was known before is worth nothing', async ({ assert }) => {
    const visitor = new Visitor()
    await visitor.get(`${PORTAL}/staff/login`)
    const fixed = visitor.copy()
    await signIn(await staffOf('sc', 'region_reviewer'), visitor)
    assert.isTrue(await isSignedIn(visitor))
    assert.isFalse(await isSignedIn(fixed))
  })

  test('a revoked session does not come back with its next write', async ({ assert }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const [here, there] = [await signIn(staff), await signIn(staff)]
    assert.lengthOf(await rows(), 2)
    await revokeSessionsOf(staff.id)
    assert.isFalse(await isSignedIn(here))
    assert.isFalse(await isSignedIn(there))
    assert.isEmpty(await rows())
  })

  test('a revocation spares the session that one sits in, and says what it ended', async ({
    assert,
  }) => {
    const [staff, other] = [await staffOf('sc', 'region_reviewer'), await staffOf('sc', 'auditor')]
    const [here, there, theirs] = [await signIn(staff), await signIn(staff), await signIn(other)]
    const [first, second] = await liveSessionsOf(staff.id)
    assert.equal(await revokeSessionsOf(other.id, { only: first.id }), 0)
    assert.equal(await revokeSessionsOf(staff.id, { only: second.id }), 1)
    assert.lengthOf(await liveSessionsOf(staff.id), 1)
    assert.lengthOf([await isSignedIn(here), await isSignedIn(there)].filter(Boolean), 1)
    assert.isTrue(await isSignedIn(theirs))
  })
}

test.group('Sessions in the database', (group) => {
  inWorld(group)
  const rows = (): Promise<SessionRow[]> => db.from('sessions')
  keepsSessions(group, rows)

  test('what expired is deleted when the next person signs in', async ({ assert }) => {
    await signIn(await staffOf('sc', 'region_reviewer'))
    clock.freeze(clock.now() + 3 * HOUR)
    const next = await staffOf('sc', 'region_lead')
    await signIn(next)
    assert.deepEqual(
      (await rows()).map((row) => row.staff_id),
      [next.id]
    )
  })
})

test.group('Sessions in Redis', (group) => {
  inWorld(group)
  const redis = new OwnRedis(group)
  const sessions = () => new RedisSessions(async () => redis.connection())
  const rows = async () => {
    const kept = sessions()
    const keys = await redis.connection().keys('kaoqu:session:*')
    const found = await Promise.all(
      keys.map((key) => kept.find(key.slice('kaoqu:session:'.length)))
    )
    return found.filter((row) => row !== null)
  }
  group.each.setup(() => keepSessionsIn(sessions()))
  keepsSessions(group, rows)

  test('what is kept expires by itself, and the table stays empty', async ({ assert }) => {
    await signIn(await staffOf('sc', 'region_reviewer'))
    const connection = redis.connection()
    const [{ id }] = await rows()
    assert.equal(Math.round((await connection.pttl(`session:${id}`)) / MINUTE), 120)
    assert.isEmpty(await db.from('sessions'))
  })

  test('a session that began before the commit of its revocation is ended after it', async ({
    assert,
  }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    await signIn(staff)
    const [row] = await rows()
    await transaction(async (trx) => {
      await revokeSessionsOf(staff.id, { client: trx })
      await sessions().insert({ ...row, id: 'f'.repeat(64) })
    })
    assert.isEmpty(await rows())
  })
})
