import { BaseSchema } from '@adonisjs/lucid/schema'
import { runAsPlatform } from '#app/shared/region_context'

/**
 * A role is held at a point of its own region, or (null) in the whole region. A unique key lets nulls
 * pass twice, so it stands on a generated column that has none.
 */
export default class extends BaseSchema {
  async up() {
    if (this.db.dialect.name !== 'mysql') return this.#rebuild(TIED, 'nullif(exam_point_id, ?)')
    this.schema.raw('alter table memberships modify exam_point_id varchar(36) null default null')
    this.#change(`update memberships set exam_point_id = null where exam_point_id = ?`)
    this.schema.raw(`alter table memberships
      drop index memberships_role_unique,
      add column point_key varchar(36) as (coalesce(exam_point_id, '')) virtual,
      add unique memberships_role_unique (region_id, staff_id, role, point_key),
      add constraint memberships_point_foreign
        foreign key (region_id, exam_point_id) references exam_points (region_id, id)`)
  }

  async down() {
    if (this.db.dialect.name !== 'mysql') return this.#rebuild(LOOSE, 'coalesce(exam_point_id, ?)')
    this.schema.raw(`alter table memberships
      drop foreign key memberships_point_foreign,
      drop index memberships_role_unique,
      drop column point_key`)
    this.#change(`update memberships set exam_point_id = ? where exam_point_id is null`)
    this.schema.raw(`alter table memberships
      drop index if exists memberships_point_foreign,
      modify exam_point_id varchar(36) not null default '',
      add unique memberships_role_unique (region_id, staff_id, role, exam_point_id)`)
  }

  #change(sql: string) {
    this.defer((db) => runAsPlatform('a migration', () => db.rawQuery(sql, [''])))
  }

  /** SQLite cannot change a column or add a key: the table is made anew and filled. */
  #rebuild(shape: string, point: string) {
    // Named as knex names such a table: the guard knows it by that.
    const fresh = '_knex_temp_alter14'
    this.schema.raw(`create table ${fresh} (${COMMON}, ${shape})`)
    this.schema.raw(
      `insert into ${fresh} select region_id, id, staff_id, role, ${point.replace('?', `''`)},
        created_at, suspended_at from memberships`
    )
    this.schema.raw('drop table memberships')
    this.schema.raw(`alter table ${fresh} rename to memberships`)
  }
}

const COMMON = `region_id varchar(16) not null references regions (id), id varchar(36) not null,
  staff_id varchar(36) not null references staff (id), role varchar(32) not null`
const TIED = `exam_point_id varchar(36) null, created_at bigint not null, suspended_at bigint null,
  point_key varchar(36) as (coalesce(exam_point_id, '')) virtual,
  constraint memberships_pk primary key (region_id, id),
  constraint memberships_role_unique unique (region_id, staff_id, role, point_key),
  constraint memberships_point_foreign
    foreign key (region_id, exam_point_id) references exam_points (region_id, id)`
const LOOSE = `exam_point_id varchar(36) not null default '', created_at bigint not null,
  suspended_at bigint null, constraint memberships_pk primary key (region_id, id),
  constraint memberships_role_unique unique (region_id, staff_id, role, exam_point_id)`
