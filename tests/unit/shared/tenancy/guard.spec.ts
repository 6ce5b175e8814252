import { test } from '@japa/runner'
import { runAsPlatform, runInRegion } from '#app/shared/region_context'
import { TenancyGuard, TenancyViolation, type Statement } from '#app/shared/tenancy/guard'

const ITEMS = 'select * from items where region_id = ?'
const SET_NOTE = 'update items set answer = ? where region_id = ?'

function guardOf(options: Partial<ConstructorParameters<typeof TenancyGuard>[0]> = {}) {
  const guard = new TenancyGuard({ schemaMayChange: false, ...options })
  const passes = (statement: Statement) => {
    try {
      guard.inspect(statement)
      return true
    } catch (error) {
      if (error instanceof TenancyViolation) return false
      throw error
    }
  }
  return passes
}

test.group('The tenancy guard', () => {
  test('compares bindings with the region of the context, exactly', async ({ assert }) => {
    const passes = guardOf()
    for (const region of ['sd', 'SC', 'sc ', null, undefined, ['sc'], { sc: 1 }]) {
      assert.isFalse(
        await runInRegion('sc', () => passes({ sql: ITEMS, bindings: [region] })),
        JSON.stringify(region)
      )
    }
    assert.isFalse(await runInRegion('sc', () => passes({ sql: ITEMS })))
    assert.isTrue(await runInRegion('sc', () => passes({ sql: ITEMS, bindings: ['sc'] })))
    assert.isFalse(passes({ sql: ITEMS, bindings: ['sc'] }))
  })

  test('lets no object be bound: MariaDB writes it as assignments', async ({ assert }) => {
    const passes = guardOf()
    const set = (answer: unknown) =>
      runInRegion('sc', () => passes({ sql: SET_NOTE, bindings: [answer, 'sc'] }))
    for (const answer of [{ region_id: 'sd' }, ['x'], () => 'x', { toSqlString: () => '1' }]) {
      assert.isFalse(await set(answer))
    }
    for (const answer of ['x', 1, true, null, new Date(), Buffer.from('x')]) {
      assert.isTrue(await set(answer))
    }
  })

  test('the innermost context counts', async ({ assert }) => {
    const passes = guardOf()
    const theirs = { sql: ITEMS, bindings: ['sd'] }
    const inSd = () => runInRegion('sd', () => passes(theirs))
    assert.isTrue(await runInRegion('sc', inSd))
    assert.isTrue(await runAsPlatform('a test', inSd))
    const inSc = () => runInRegion('sc', () => passes(theirs))
    assert.isFalse(await runAsPlatform('a test', inSc))
    assert.isTrue(await runInRegion('sc', () => runAsPlatform('a test', () => passes(theirs))))
  })

  test('tells of every statement that the platform runs on tenant tables', async ({ assert }) => {
    const told: string[] = []
    const passes = guardOf({ onPlatform: (reason, sql) => told.push(`${reason}: ${sql}`) })
    await runAsPlatform('a test', () => {
      assert.isTrue(passes({ sql: 'select * from items' }))
      assert.isTrue(passes({ sql: 'select * from regions' }))
    })
    assert.deepEqual(told, ['a test: select * from items'])
  })

  test('the schema changes outside of any context, and never in a web process', async ({
    assert,
  }) => {
    const statement = { sql: 'drop table items' }
    const migrating = guardOf({ schemaMayChange: true })
    assert.isTrue(migrating(statement))
    assert.isFalse(await runInRegion('sc', () => migrating(statement)))
    assert.isFalse(await runAsPlatform('a test', () => migrating(statement)))
    assert.isFalse(guardOf()(statement))
  })

  test('says what is wrong, without what was bound', ({ assert }) => {
    const guard = new TenancyGuard({ schemaMayChange: false })
    assert.throws(
      () => guard.inspect({ sql: ITEMS, bindings: ['secret'] }),
      `Refused by the tenancy guard: there is no region context. ${ITEMS}`
    )
  })
})
