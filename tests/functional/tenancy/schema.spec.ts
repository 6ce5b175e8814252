import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { FRAMEWORK, PLATFORM, TENANT } from '#app/shared/tenancy/tables'
import { imageLock } from '#database/image_lock'
import { readSchema, viewsAndTriggers } from './schema.js'

/** Not in the migrations: made by the database or its clients. */
const OF_THE_DATABASE = ['sqlite_master', 'sqlite_schema', 'sqlite_sequence']

test.group('The schema and the lists of tables', () => {
  test('each table is on exactly one list, and each listed table exists', async ({ assert }) => {
    const listed = [...TENANT, ...PLATFORM.keys(), ...FRAMEWORK]
    assert.lengthOf(new Set(listed), listed.length)
    const expected = listed.filter((table) => !OF_THE_DATABASE.includes(table))
    assert.sameMembers([...(await readSchema()).keys()], expected)
    for (const reason of PLATFORM.values()) assert.isAbove(reason.length, 10)
  })

  test('region_id stands in tenant tables and in no other', async ({ assert }) => {
    for (const [table, { columns }] of await readSchema()) {
      assert.equal(columns.includes('region_id'), TENANT.has(table), table)
    }
  })

  test('region_id leads each key of a tenant table', async ({ assert }) => {
    for (const [table, { primaryKey, uniqueKeys }] of await readSchema()) {
      if (!TENANT.has(table)) continue
      assert.deepEqual(primaryKey, ['region_id', 'id'], table)
      for (const key of uniqueKeys) assert.equal(key[0], 'region_id', `${table} (${key.join()})`)
    }
  })

  test('a reference to a tenant table names the region on both sides', async ({ assert }) => {
    for (const [table, { references }] of await readSchema()) {
      for (const { table: target, columns, to } of references) {
        if (!TENANT.has(target)) continue
        assert.isTrue(TENANT.has(table), `${table} refers to ${target}`)
        assert.deepEqual([columns[0], to[0]], ['region_id', 'region_id'], `${table} → ${target}`)
      }
    }
  })

  test('each tenant table refers to the regions', async ({ assert }) => {
    for (const [table, { references }] of await readSchema()) {
      if (!TENANT.has(table)) continue
      const region = references.find((reference) => reference.table === 'regions')
      assert.deepEqual(region?.columns, ['region_id'], table)
    }
  })

  test('there are no views and routines, and no triggers but those that lock pictures', async ({
    assert,
  }) => {
    const locks = imageLock(db.connection().dialect.name).map(({ name }) => name)
    assert.sameMembers(await viewsAndTriggers(), locks)
  })
})
