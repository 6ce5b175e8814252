import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import LimiterDatabaseStore from '@adonisjs/limiter/stores/database'
import LimiterRedisStore from '@adonisjs/limiter/stores/redis'
import { limiterStore } from '#config/limiter'
import { redisConnection } from '#config/redis'
import env from '#start/env'
import { OwnRedis } from '#tests/support/own_redis'

const THREE = { requests: 3, duration: '15 mins' } as const

interface Counts {
  consume(key: string): Promise<unknown>
}

/** Two processes share their counts: the fourth try is refused, whichever of them is asked. */
async function countsTogether(one: Counts, other: Counts) {
  for (const store of [one, other, one]) await store.consume('password of lin')
  const refused = []
  for (const store of [one, other]) {
    refused.push(
      await store.consume('password of lin').then(
        () => false,
        () => true
      )
    )
  }
  await other.consume('password of wang')
  return refused
}

test.group('Counted tries', (group) => {
  const redis = new OwnRedis(group)
  group.each.teardown(async () => {
    await db.from('rate_limits').delete()
  })

  test('several processes count together, in Redis if there is one, else on the server database', ({
    assert,
  }) => {
    assert.equal(limiterStore('redis://r', 'mysql'), 'redis')
    assert.equal(limiterStore('redis://r', 'sqlite'), 'redis')
    assert.equal(limiterStore(undefined, 'mysql'), 'database')
    assert.equal(limiterStore(undefined, 'sqlite'), 'memory')
  })

  test('on Redis', async ({ assert }) => {
    const store = () => new LimiterRedisStore(redis.connection(), { ...THREE, keyPrefix: 'limit' })
    assert.deepEqual(await countsTogether(store(), store()), [true, true])
    const keys = await redis.connection().keys('*')
    assert.sameMembers(keys, ['kaoqu:limit:password of lin', 'kaoqu:limit:password of wang'])
  })

  test('in the database', async ({ assert }) => {
    const config = { dbName: env.get('DB_DATABASE', 'kaoqu'), tableName: 'rate_limits', ...THREE }
    const store = () => new LimiterDatabaseStore(db.connection(), config)
    assert.deepEqual(await countsTogether(store(), store()), [true, true])
    assert.lengthOf(await db.from('rate_limits'), 2)
  })
})

test.group('REDIS_URL', () => {
  test('says host, account, database and encryption', ({ assert }) => {
    const { tls, ...plain } = redisConnection('redis://cache.example.cn')
    assert.containsSubset(plain, { host: 'cache.example.cn', port: 6379, db: 0 })
    assert.isUndefined(tls)
    assert.containsSubset(redisConnection('rediss://portal:p%40ss@10.0.0.5:7000/2'), {
      host: '10.0.0.5',
      port: 7000,
      username: 'portal',
      password: 'p@ss',
      db: 2,
      tls: {},
    })
  })

  test('is no other address', ({ assert }) => {
    assert.throws(() => redisConnection('http://cache.example.cn'), /REDIS_URL begins with/)
  })
})
