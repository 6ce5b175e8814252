import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { inAllRegions } from '#tests/support/all_regions'
import ExamPoint from '#app/regions/models/exam_point'
import Notice from '#app/regions/models/notice'
import { runInRegion } from '#app/shared/region_context'
import { HERE, PlainNotice, PlainSeason, pointOf, SECRET, THERE } from './two_regions.js'

export interface Shape {
  name: string
  /** What a programmer of region HERE could write by mistake. */
  run: () => Promise<any>
  /** Where the other region's text is not in the result itself. */
  crosses?: (result: any) => boolean | Promise<boolean>
  /** Refused even to the platform: its text cannot be read safely. */
  never?: true
}

const onSqlite = () => db.connection().dialect.name !== 'mysql'
const raw = async (sql: string, bindings: any[] = []) => {
  const answer = await db.rawQuery(sql, bindings)
  return onSqlite() ? answer : answer[0]
}
const found = (rows: any[]) => rows.length > 0
const point = (id: string) => `${THERE}-${id}`
const pointThere = () => runInRegion(THERE, () => ExamPoint.findOrFail(point('point')))
const nowSecret = async () => {
  const rows = await inAllRegions(() => db.from('notices').where('region_id', HERE))
  return JSON.stringify(rows).includes(SECRET)
}

/** Reading: each brings, counts or betrays rows of the other region. */
export const READS: Shape[] = [
  { name: 'a whole table', run: () => db.from('notices') },
  { name: 'a row by its id', run: () => db.from('notices').where('id', point('notice')) },
  { name: "another region's id", run: () => db.from('notices').where('region_id', THERE) },
  { name: 'several regions', run: () => db.from('notices').whereIn('region_id', [HERE, THERE]) },
  {
    name: 'the region as a literal',
    run: () => raw(`select * from notices where region_id = '${THERE}'`),
  },
  {
    name: 'the region OR something',
    run: () => db.from('notices').where('region_id', HERE).orWhere('position', 1),
  },
  {
    name: 'OR in raw SQL',
    run: () => db.from('notices').where('region_id', HERE).whereRaw('1 = 1 or 1 = 1'),
  },
  { name: 'NOT the region', run: () => db.from('notices').whereNot('region_id', HERE) },
  { name: 'unlike the region', run: () => db.from('notices').where('region_id', '<>', HERE) },
  { name: 'LIKE', run: () => raw("select * from notices where region_id like '%here'") },
  {
    name: 'BETWEEN',
    run: () => db.from('notices').whereBetween('region_id', [HERE, THERE]),
  },
  {
    name: 'the region inside CASE',
    run: () => raw('select * from notices where case when region_id = ? then 1 else 1 end', [HERE]),
  },
  {
    name: 'the region equal to false',
    run: () => raw('select * from notices where (region_id = ?) = 0', [HERE]),
  },
  {
    name: 'a region compared with itself',
    run: () => db.from('notices as n').whereColumn('n.region_id', 'n.region_id'),
  },
  {
    name: 'an inner join, one side held',
    run: () =>
      db
        .from('notices as n')
        .join('seasons as s', 's.is_current', 's.uploads_on')
        .where('n.region_id', HERE)
        .select('s.*'),
  },
  {
    name: 'a join ON ids without the region',
    run: () =>
      db
        .from('notices as n')
        .join('seasons as s', 's.id', 'n.season_id')
        .where('n.position', 1)
        .select('s.exam'),
  },
  {
    name: 'a left join that holds the wrong side',
    run: () =>
      db
        .from('notices as n')
        .leftJoin('seasons as s', (join) =>
          join.on('s.region_id', 'n.region_id').andOnVal('n.region_id', HERE)
        ),
  },
  {
    name: 'a right join held by its ON',
    run: () =>
      raw(
        'select s.* from notices n right join seasons s on s.region_id = n.region_id and s.region_id = ?',
        [HERE]
      ),
  },
  {
    name: 'a right join after a held join',
    run: () =>
      raw(
        'select p.* from notices n join seasons s on s.region_id = ? and n.region_id = s.region_id right join exam_points p on p.region_id = ?',
        [HERE, HERE]
      ),
  },
  {
    name: 'a natural join',
    run: () => raw('select n.title_zh from (select 1 as position) one natural join notices n'),
  },
  {
    name: 'a cross join by comma',
    run: () => raw('select s.exam from notices n, seasons s where n.region_id = ?', [HERE]),
  },
  {
    name: 'a self join under another alias',
    run: () =>
      db
        .from('notices as a')
        .join('notices as b', 'b.position', 'a.position')
        .where('a.region_id', HERE)
        .select('b.title_zh'),
  },
  {
    name: 'a platform table joined to a tenant table',
    run: () => db.from('regions').join('notices', 'notices.region_id', 'regions.id'),
  },
  {
    name: 'an alias in capitals',
    run: () => raw('select N.* from notices N where N.position = 1'),
  },
  {
    name: 'a table behind its schema',
    run: () => raw(`select * from ${onSqlite() ? 'main' : env.get('DB_DATABASE')}.notices`),
  },
  {
    name: 'EXISTS over another table',
    run: () =>
      db
        .from('notices')
        .where('region_id', HERE)
        .whereExists(db.from('seasons').where('year', 1999)),
    crosses: found,
  },
  {
    name: 'NOT EXISTS that names only the outer region',
    run: () =>
      raw(
        'select * from notices n where not exists (select 1 from regions r where r.id is null and n.region_id = ?)',
        [HERE]
      ),
  },
  {
    name: 'IN (SELECT …)',
    run: () =>
      db
        .from('notices')
        .where('region_id', HERE)
        .whereIn('position', db.from('seasons').where('year', 1999).select('is_current')),
    crosses: found,
  },
  {
    name: 'a scalar subquery among the columns',
    run: () =>
      db
        .from('notices')
        .where('region_id', HERE)
        .select(db.from('exam_points').max('zh').where('id', point('point')).as('zh')),
  },
  {
    name: 'a subquery in HAVING',
    run: () =>
      raw(
        'select region_id from notices where region_id = ? group by region_id having exists (select 1 from seasons where year = 1999)',
        [HERE]
      ),
    crosses: found,
  },
  {
    name: 'a derived table',
    run: () => raw('select * from (select * from notices) as n where n.region_id <> ?', [HERE]),
  },
  {
    name: 'a derived table, held outside only',
    run: () =>
      raw(
        'select n.t from (select count(*) as t, ? as region_id from notices) n where n.region_id = ?',
        [HERE, HERE]
      ),
    crosses: ([{ t }]) => t > 1,
  },
  {
    name: 'WITH',
    run: () => raw('with n as (select * from notices) select * from n'),
  },
  {
    name: 'WITH under the name of a table',
    run: () =>
      raw(
        'with regions as (select * from notices), n2 as (select * from regions) select * from n2 where region_id <> ?',
        [HERE]
      ),
  },
  {
    name: 'WITH RECURSIVE',
    run: () =>
      raw(
        'with recursive p as (select id, zh, parent_id from exam_points union all select e.id, e.zh, e.parent_id from exam_points e join p on p.id = e.parent_id) select * from p'
      ),
  },
  {
    name: 'the second part of a UNION',
    run: () =>
      db
        .from('notices')
        .where('region_id', HERE)
        .select('title_zh')
        .unionAll(db.from('exam_points').select('zh')),
  },
  {
    name: 'a parenthesised UNION in FROM',
    run: () =>
      raw(
        'select * from (select title_zh from notices where region_id = ? union select zh from exam_points) u',
        [HERE]
      ),
  },
  { name: 'COUNT', run: () => db.from('notices').count('* as n'), crosses: ([{ n }]) => n > 1 },
  {
    name: 'GROUP BY … HAVING',
    run: () =>
      db
        .from('notices')
        .select('region_id')
        .max('title_zh as t')
        .groupBy('region_id')
        .having('region_id', '<>', HERE),
  },
  {
    name: 'a window function',
    run: () => raw('select title_zh, row_number() over (order by id) as place from notices'),
  },
  { name: 'a model of plain Lucid, all', run: () => PlainNotice.all() },
  { name: 'a model of plain Lucid, find', run: () => PlainNotice.find(point('notice')) },
  {
    name: 'a model of plain Lucid, paginate',
    run: async () => (await PlainNotice.query().paginate(1, 1_000)).all(),
  },
  {
    name: 'preload',
    run: async () => {
      const season = new PlainSeason()
      season.$consumeAdapterResult({ id: point('season'), region_id: HERE })
      season.$isPersisted = true
      await season.load('notices')
      return season.notices
    },
  },
  {
    name: 'whereHas',
    run: () => PlainSeason.query().whereHas('notices', (notices) => notices.where('position', 1)),
  },
  {
    name: 'withCount',
    run: () => PlainSeason.query().where('id', point('season')).withCount('notices'),
    crosses: found,
  },
  {
    name: 'inside a transaction',
    run: () => db.transaction((trx) => trx.from('notices').where('position', 1)),
  },
  { name: 'FOR UPDATE', run: () => db.from('notices').where('position', 1).forUpdate() },
  {
    name: "knex beside Lucid's builder",
    run: () => db.connection().knexQuery().from('notices').select('title_zh'),
  },
  {
    name: 'a comment that hides the region',
    run: () => raw('select * from notices -- where region_id is mine\n'),
    never: true,
  },
]

/** Writing: each changes, adds or takes rows of the other region, or copies them. */
export const WRITES: Shape[] = [
  {
    name: 'insert for another region',
    run: () => db.table('exam_points').insert(pointOf(THERE, 'x')),
  },
  {
    name: 'the second row of a multi-insert',
    run: () => db.table('exam_points').multiInsert([pointOf(HERE, 'x'), pointOf(THERE, 'y')]),
  },
  {
    name: 'insert with the region as a literal',
    run: () =>
      raw(`insert into exam_points (region_id, id, code, zh) values ('${THERE}', ?, ?, ?)`, [
        ...['x', 'x', 'x'],
      ]),
  },
  {
    name: 'INSERT … SELECT from all regions',
    run: () =>
      raw(
        'insert into notices (region_id, id, season_id, position, title_zh, must_read) select ?, ?, ?, 2, p.zh, ? from exam_points p where p.id = ?',
        [HERE, 'x', `${HERE}-season`, false, point('point')]
      ),
    crosses: nowSecret,
  },
  {
    name: "INSERT … SELECT with the other's region",
    run: () =>
      raw(
        "insert into exam_points (region_id, id, code, zh) select s.region_id, ?, 'x', 'x' from seasons s where s.year = 1999",
        ['x']
      ),
  },
  {
    name: 'REPLACE',
    run: () =>
      raw('replace into exam_points (region_id, id, code, zh) values (?, ?, ?, ?)', [
        ...[THERE, point('point'), 'x', 'x'],
      ]),
  },
  {
    name: "an upsert of the other's row",
    run: () =>
      db
        .connection()
        .knexQuery()
        .table('exam_points')
        .insert(pointOf(THERE, point('point'), 'taken'))
        .onConflict(['region_id', 'id'])
        .merge(['zh']),
  },
  {
    name: 'an upsert of several rows',
    run: () =>
      db
        .connection()
        .knexQuery()
        .table('exam_points')
        .insert([pointOf(HERE, 'x'), pointOf(THERE, point('point'), 'taken')])
        .onConflict(['region_id', 'id'])
        .merge(['zh']),
  },
  {
    name: 'update by id',
    run: () => db.from('exam_points').where('id', point('point')).update({ zh: 'taken' }),
  },
  { name: 'update of a whole table', run: () => db.from('exam_points').update({ zh: 'taken' }) },
  {
    name: 'moving a row to another region',
    run: () => db.from('exam_points').where('region_id', HERE).update({ region_id: THERE }),
  },
  {
    name: 'update with a join',
    run: () =>
      raw(
        onSqlite()
          ? 'update exam_points set zh = ? from seasons s where s.region_id = ? and exam_points.zh = ?'
          : 'update exam_points join seasons s on s.region_id = ? set exam_points.zh = ? where exam_points.zh = ?',
        onSqlite() ? ['taken', HERE, SECRET] : [HERE, 'taken', SECRET]
      ),
  },
  {
    name: 'update that copies by a subquery',
    run: () =>
      raw(
        'update notices set title_zh = (select max(zh) from exam_points where id = ?) where region_id = ?',
        [point('point'), HERE]
      ),
    crosses: nowSecret,
  },
  {
    name: 'increment',
    run: () => db.from('notices').where('id', point('notice')).increment('position', 1),
  },
  { name: 'delete by id', run: () => db.from('notices').where('id', point('notice')).delete() },
  { name: 'delete of a whole table', run: () => db.from('notices').delete() },
  {
    name: 'delete by a subquery',
    run: () =>
      db
        .from('notices')
        .whereIn('season_id', db.from('seasons').where('year', 1999).select('id'))
        .delete(),
  },
  {
    name: 'delete, the region OR something',
    run: () => db.from('notices').where('region_id', HERE).orWhere('position', 1).delete(),
  },
  {
    name: 'a bulk update over a model',
    run: () => Notice.query().where('id', point('notice')).update({ position: 9 }),
  },
  {
    name: 'a bulk delete over a model',
    run: () => Notice.query().where('id', point('notice')).delete(),
  },
  {
    name: 'save of a row of the other region',
    run: async () => (await pointThere()).merge({ zh: 'taken' }).save(),
  },
  { name: 'delete of a row of the other region', run: async () => (await pointThere()).delete() },
  {
    name: 'create for the other region',
    run: () => ExamPoint.create({ regionId: THERE, id: 'x', code: 'x', zh: 'x' }),
  },
  {
    name: 'createMany with one foreign row',
    run: () =>
      ExamPoint.createMany([
        { regionId: HERE, id: 'x', code: 'x', zh: 'x' },
        { regionId: THERE, id: 'y', code: 'y', zh: 'y' },
      ]),
  },
  {
    name: 'insert inside a transaction',
    run: () => db.transaction((trx) => trx.table('exam_points').insert(pointOf(THERE, 'x'))),
  },
]
