import { test } from '@japa/runner'
import { judge } from '#app/shared/tenancy/verdict'
import { VerdictCache } from '#app/shared/tenancy/verdict_cache'

const HELD: [sql: string, checks: number[]][] = [
  ['select * from `items` where `items`.`region_id` = ? limit ?', [0]],
  ['SELECT * FROM items WHERE id = ? AND (state = ? OR state = ?) AND region_id = ?;', [3]],
  ['select * from items i where ? = i.region_id', [0]],
  ['select * from items where id between ? and ? and region_id = ?', [2]],
  ['select * from kaoqu.items where region_id = ?', [0]],
  ['select * from items where region_id = ? and region_id = ?', [0, 1]],
  ["select left(note, 2), 'it''s' from items where region_id = ?", [0]],
  ['explain select * from items where region_id = ?', [0]],
  ['explain query plan select * from items where region_id = ?', [0]],
  ['select 1 from items where region_id = ? for update skip locked', [0]],
  ['select 1 from items where region_id = ? lock in share mode', [0]],
  ['insert into items (id, region_id) values (?, ?), (?, ?)', [1, 3]],
  [
    'insert into `items` (`id`, `region_id`) select ? as `id`, ? as `region_id` union all select ? as `id`, ? as `region_id` where true on conflict (`region_id`, `id`) do update set `need` = excluded.`need`',
    [1, 3],
  ],
  [
    'insert into items (region_id, id) values (?, ?) on duplicate key update need = values(need)',
    [0],
  ],
  ['insert into items (region_id, id) values (?, ?) on conflict do nothing returning id', [0]],
  ['update items set need = ?, note = left(note, ?) where id = ? and region_id = ?', [3]],
  ['delete d from items d join dossiers s on s.region_id = d.region_id where d.region_id = ?', [0]],
]

/** Each looks held, and is not: or cannot be known to be, on one of the two databases. */
const NOT_HELD = [
  // Precedence.
  'select * from items where id = ? or region_id = ?',
  'select * from items where id = ? xor region_id = ?',
  'select * from items where id || region_id = ?',
  'select * from items where ? between ? and region_id = ?',
  'select * from items where not region_id = ?',
  'select * from items where ! region_id = ?',
  'select * from items where region_id = ? = ?',
  'select * from items where region_id = ? is null',
  'select * from items where region_id = ? > 0',
  'select * from items where (region_id = ?) is not true',
  'select * from items where region_id = ? collate nocase',
  'select * from items where @a := id and region_id = ?',
  'select * from items where case when id then 1 end and region_id = ?',
  'select * from items where region_id <=> ?',
  'select * from items where region_id in (?)',
  "select * from items where region_id = 'sc'",
  'select * from items having region_id = ?',
  // Whose column it is.
  'select * from items d, dossiers d where d.region_id = ?',
  'select * from items, dossiers where region_id = ?',
  'select * from items i join dossiers d on d.region_id = ?',
  'select * from dossiers D where exists (select 1 from items d where D.region_id = ?) and D.region_id = ?',
  'select * from items i where exists (select 1 from regions r where i.region_id = ?)',
  'select * from items where x.region_id = ?',
  'select * from items i left join regions r on i.region_id = ?',
  'select * from items i left join dossiers d on i.region_id = d.region_id where d.id = ?',
  'select * from items i join dossiers d using (region_id) where i.region_id = ?',
  'select * from items i join dossiers d on d.region_id = ? and d.id = i.id natural join images where i.region_id = ?',
  'select * from items i join dossiers d on d.region_id = ? full join images m on m.region_id = ?',
  'select * from regions r where r.id = ? and exists (select 1 from items)',
  // Tables where none is expected.
  'select * from regions where id in items',
  'select * from regions where id in (table items)',
  'select * from (regions join items on 1 = 1)',
  "select * from regions, 'items'",
  'select * from items partition (p0) where region_id = ?',
  "select * from items where region_id = ? into outfile '/tmp/x'",
  'with items as (select * from items where region_id = ?) select * from items where region_id = ?',
  // Rows.
  'insert into items (id) values (?)',
  'insert into items values (?, ?)',
  'insert into items set region_id = ?',
  'insert into items (region_id, region_id) values (?, ?)',
  'insert into items (id, region_id) values (?, ?), (?, upper(?))',
  'insert into items (id, region_id) select id, ? from dossiers',
  'insert into items (region_id, id) select * from dossiers where region_id = ?',
  'insert into items (region_id, id) values (?, ?) on duplicate key update region_id = ?',
  'insert into items (region_id, id) values (?, (select id from dossiers))',
  'insert into items (region_id, id) values (?, ?) on conflict (id) do update set need = (select id from dossiers)',
  'update items set region_id = ? where region_id = ?',
  'update items set (need, region_id) = (?, ?) where region_id = ?',
  'update items set ? where region_id = ?',
  'delete from items using items join dossiers where items.region_id = ?',
  'delete from items limit 5',
]

/** Nowhere, not as platform either. */
const REFUSED = [
  'select * from nowhere',
  'select * from items join nowhere on 1 = 1 where items.region_id = ?',
  'select * from "items" where region_id = ?',
  'select * from [items] where region_id = ?',
  'select * from items where region_id = ? /* */',
  'select * from items where region_id = ? -- x',
  'select * from items where region_id = ? # x',
  'select * from items where region_id = ?; delete from items',
  'select * from items where note = ? and region_id = ?1',
  'select * from ?? where region_id = ?',
  "select * from items where note = '?' and region_id = ?",
  "select * from items where note = '\\' or 1 = 1 or note = ' and region_id = ?",
  'select * from `items` where `région_id` = ?',
  'update items set région_id = ? where region_id = ?',
  'select * from items where region_id = :region',
  'select (1 from items',
  'select 1) from items',
  'call purge()',
  "prepare x from 'select * from items'",
  "execute immediate 'select * from items'",
  "load data infile 'x' into table regions",
  'set @a = (select id from regions)',
  'set @a = (select max(id) from items)',
  '',
]

test.group('Verdicts', () => {
  for (const [sql, checks] of HELD) {
    test(`held: ${sql}`, ({ assert }) => {
      assert.deepEqual(judge(sql), { as: 'tenant', why: null, checks })
    })
  }

  for (const sql of NOT_HELD) {
    test(`not held: ${sql}`, ({ assert }) => {
      const verdict = judge(sql)
      assert.isTrue(
        verdict.as === 'refused' || (verdict.as === 'tenant' && verdict.why !== null),
        JSON.stringify(verdict)
      )
    })
  }

  for (const sql of REFUSED) {
    test(`refused: ${sql}`, ({ assert }) => {
      assert.equal(judge(sql).as, 'refused', JSON.stringify(judge(sql)))
    })
  }

  for (const sql of [
    'select 1',
    'BEGIN;',
    'COMMIT;',
    'SAVEPOINT trx1;',
    'PRAGMA foreign_keys = OFF;',
    'pragma table_info(items)',
    "SELECT GET_LOCK('adonis', 3) as lock_status;",
    'select * from information_schema.tables where table_name = ?',
    'select 1 as items',
  ]) {
    test(`free: ${sql}`, ({ assert }) => {
      assert.deepEqual(judge(sql), { as: 'free' })
    })
  }

  for (const sql of [
    'create table items (id int)',
    ' ALTER TABLE items add x int',
    'drop table items',
    'truncate `items`',
    'INSERT INTO "_knex_temp_alter12" SELECT * FROM "items";',
  ]) {
    test(`schema: ${sql}`, ({ assert }) => {
      assert.deepEqual(judge(sql), { as: 'schema' })
    })
  }
})

test.group('The cache of verdicts', () => {
  test('judges a text once, and forgets what was used longest ago', ({ assert }) => {
    const cache = new VerdictCache(3)
    const text = (n: number) => `select ${n} from items where region_id = ?`
    const first = cache.of(text(1))
    cache.of(text(2))
    cache.of(text(3))
    assert.strictEqual(cache.of(text(1)), first)
    cache.of(text(4))
    assert.equal(cache.size, 3)
    assert.strictEqual(cache.of(text(1)), first)
  })

  test('remembers a long text too', ({ assert }) => {
    const cache = new VerdictCache()
    const sql = `select * from items where region_id = ? and id in (${'?, '.repeat(2_000)}?)`
    assert.strictEqual(cache.of(sql), cache.of(`${sql.slice(0, 50)}${sql.slice(50)}`))
  })
})
