import { test } from '@japa/runner'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import Region from '#app/regions/models/region'
import { transaction } from '#app/shared/transaction'
import { PARALLEL } from '#tests/concurrency/support/ground'
import { buildWorld } from '#tests/support/world'

/** As both drivers word a fault that passes by itself. */
const fault = (code: string) => Object.assign(new Error(code), { code })

test.group('Transactions', (group) => {
  group.setup(buildWorld)

  test('a deadlock is tried again, and only the second try leaves something', async ({
    assert,
  }) => {
    let tries = 0
    const found = await transaction(async (trx) => {
      const before = await Region.query({ client: trx }).where('id', 'sc').firstOrFail()
      await trx.from('regions').where('id', 'sc').update({ enabled: false })
      if (++tries === 1) throw fault('ER_LOCK_DEADLOCK')
      await trx.from('regions').where('id', 'sc').update({ enabled: before.enabled })
      return before.enabled
    })
    assert.isTrue(Boolean(found), 'the first try was rolled back')
    assert.equal(tries, 2)
  })

  for (const code of ['ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY']) {
    test(`${code} is tried again, four times in all`, async ({ assert }) => {
      let tries = 0
      const failing = transaction(async () => {
        tries++
        throw fault(code)
      })
      await assert.rejects(() => failing, code)
      assert.equal(tries, 4)
    })
  }

  test('any other error ends it at once', async ({ assert }) => {
    let tries = 0
    const failing = transaction(async () => {
      tries++
      throw fault('ER_NO_SUCH_TABLE')
    })
    await assert.rejects(() => failing, 'ER_NO_SUCH_TABLE')
    assert.equal(tries, 1)
  })

  test('a query beside the open transaction throws at once instead of waiting for itself', async ({
    assert,
  }) => {
    const started = Date.now()
    await assert.rejects(
      () => transaction(async () => Region.query().first()),
      /A query beside the open transaction/
    )
    await assert.rejects(
      () => transaction(async () => db.rawQuery('select 1')),
      /A query beside the open transaction/
    )
    await assert.rejects(
      () => transaction(async () => db.from('regions').where('id', 'sc').update({ enabled: true })),
      /A query beside the open transaction/
    )
    assert.isBelow(Date.now() - started, 2_000)
    assert.isNotNull(await Region.find('sc'), 'the connection is free again')
  })

  test('a transaction inside another one throws at once', async ({ assert }) => {
    await assert.rejects(
      () => transaction(() => transaction(async () => null)),
      /A transaction is already open/
    )
    await assert.rejects(
      () => transaction(() => db.transaction(async () => null)),
      /A query beside the open transaction/
    )
  })

  if (PARALLEL) {
    test('two that lock the same rows crosswise both succeed', async ({ assert }) => {
      const rows = ['sc', 'sh']
      let tries = 0
      const lockBoth = (first: string, second: string) =>
        transaction(async (trx) => {
          tries++
          await Region.query({ client: trx }).where('id', first).forUpdate()
          await sleep(100)
          await Region.query({ client: trx }).where('id', second).forUpdate()
          return first
        })
      const won = await Promise.all([lockBoth(rows[0], rows[1]), lockBoth(rows[1], rows[0])])
      assert.sameMembers(won, rows)
      assert.equal(tries, 3, 'one of them was the victim of a deadlock and came again')
    })

    test('what is committed meanwhile is seen: READ COMMITTED', async ({ assert }) => {
      const { promise: firstRead, resolve: hasRead } = Promise.withResolvers<void>()
      const { promise: committed, resolve: hasCommitted } = Promise.withResolvers<void>()
      const reading = transaction(async (trx) => {
        const read = () => Region.query({ client: trx }).where('id', 'sc').firstOrFail()
        const before = await read()
        hasRead()
        await committed
        return [before.enabled, (await read()).enabled]
      })
      await firstRead
      await Region.query().where('id', 'sc').update({ enabled: false })
      hasCommitted()
      assert.deepEqual((await reading).map(Boolean), [true, false])
      await Region.query().where('id', 'sc').update({ enabled: true })
    })
  }
})
