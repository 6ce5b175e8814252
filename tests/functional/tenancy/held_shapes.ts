import db from '@adonisjs/lucid/services/db'
import ExamPoint from '#app/regions/models/exam_point'
import Notice from '#app/regions/models/notice'
import type { Shape } from './crossing_shapes.js'
import { HERE, pointOf } from './two_regions.js'

const raw = (sql: string, bindings: any[] = []) => db.rawQuery(sql, bindings)

/** What the application writes: each runs in its region, and in no other. */
export const HELD: Shape[] = [
  { name: 'a table of the region', run: () => db.from('notices').where('region_id', HERE) },
  {
    name: 'the region last, and in parentheses',
    run: () => raw('select * from notices where (position = ? and (region_id = ?))', [1, HERE]),
  },
  {
    name: 'the region beside an OR in parentheses',
    run: () =>
      db
        .from('notices')
        .where('region_id', HERE)
        .where((any) => any.where('position', 1).orWhere('position', 2)),
  },
  {
    name: 'a binding before the region',
    run: () => raw('select ? as a from notices where ? = region_id limit ?', ['x', HERE, 1]),
  },
  {
    name: 'joins along the region',
    run: () =>
      db
        .from('notices as n')
        .join('seasons as s', (join) =>
          join.on('s.region_id', 'n.region_id').andOn('s.id', 'n.season_id')
        )
        .leftJoin('exam_points as p', (join) => join.on('p.region_id', 's.region_id'))
        .where('n.region_id', HERE)
        .where('p.zh', '>', ''),
  },
  {
    name: 'joins along the id of the region itself',
    run: () =>
      db
        .from('regions as g')
        .join('notices as n', 'n.region_id', 'g.id')
        .where('g.id', HERE)
        .select('n.id'),
  },
  {
    name: 'a left join that holds its own side',
    run: () =>
      raw(
        'select * from notices n left join seasons s on s.region_id = ? and s.id = n.season_id where n.region_id = ?',
        [HERE, HERE]
      ),
  },
  {
    name: 'a subquery along the outer region',
    run: () =>
      db
        .from('notices as n')
        .where('n.region_id', HERE)
        .whereExists(
          db
            .from('seasons as s')
            .whereColumn('s.region_id', 'n.region_id')
            .whereColumn('s.id', 'n.season_id')
        ),
  },
  {
    name: 'WITH, each for itself',
    run: () =>
      raw(
        'with n as (select season_id from notices where region_id = ?) select s.* from seasons s join n on n.season_id = s.id where s.region_id = ?',
        [HERE, HERE]
      ),
  },
  {
    name: 'UNION, each for itself',
    run: () =>
      raw(
        'select title_zh from notices where region_id = ? union all select zh from exam_points where region_id = ? order by 1 limit ?',
        [HERE, HERE, 9]
      ),
  },
  {
    name: 'counts per group',
    run: () =>
      db
        .from('notices')
        .where('region_id', HERE)
        .groupBy('season_id')
        .having('season_id', '>', '')
        .select('season_id')
        .count('* as n'),
  },
  { name: 'a model: all', run: () => Notice.all() },
  { name: 'a model: find', run: () => Notice.find(`${HERE}-notice`) },
  { name: 'a model: first', run: () => Notice.query().where('position', 1).first() },
  { name: 'a model: pages', run: () => Notice.query().paginate(1, 2) },
  { name: 'a model: lock', run: () => Notice.query().forUpdate() },
  {
    name: 'a model: save and refresh',
    run: async () => {
      const row = await Notice.findOrFail(`${HERE}-notice`)
      await row.merge({ position: 7 }).save()
      await row.refresh()
    },
  },
  {
    name: 'a model: delete',
    run: async () => (await Notice.findOrFail(`${HERE}-notice`)).delete(),
  },
  {
    name: 'a model: create',
    run: () => ExamPoint.create({ regionId: HERE, id: 'x', code: 'x', zh: 'x' }),
  },
  {
    name: 'a model: createMany',
    run: () =>
      ExamPoint.createMany(['x', 'y'].map((id) => ({ regionId: HERE, id, code: id, zh: id }))),
  },
  {
    name: 'a multi-insert',
    run: () => db.table('exam_points').multiInsert([pointOf(HERE, 'x'), pointOf(HERE, 'y')]),
  },
  {
    name: 'an upsert',
    run: () =>
      db
        .connection()
        .knexQuery()
        .table('exam_points')
        .insert([pointOf(HERE, `${HERE}-point`, 'new'), pointOf(HERE, 'y')])
        .onConflict(['region_id', 'id'])
        .merge(['zh']),
  },
  {
    name: 'INSERT … SELECT within the region',
    run: () =>
      raw(
        'insert into exam_points (region_id, id, code, zh) select s.region_id, ?, ?, s.exam from seasons s where s.region_id = ?',
        ['x', 'x', HERE]
      ),
  },
  {
    name: 'an update',
    run: () => db.from('notices').where({ region_id: HERE, position: 1 }).update({ position: 3 }),
  },
  {
    name: 'an update inside a transaction',
    run: () =>
      db.transaction((trx) =>
        trx.from('notices').where('region_id', HERE).increment('position', 1)
      ),
  },
  { name: 'a delete', run: () => db.from('notices').where('region_id', HERE).delete() },
]
