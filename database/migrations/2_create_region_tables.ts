import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** What a region is made of: points, staff, the season with its live settings, its releases. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('exam_points', (table) => {
      tenantTable(table, 'exam_points')
      table.string('code', 32).notNullable()
      table.string('parent_id', 36).nullable()
      table.string('zh', 100).notNullable()
      table.string('en', 100).nullable()
      table.string('phone', 40).nullable()
      table.unique(['region_id', 'code'], { indexName: 'exam_points_code_unique' })
      table
        .foreign(['region_id', 'parent_id'])
        .references(['region_id', 'id'])
        .inTable('exam_points')
    })

    this.schema.createTable('memberships', (table) => {
      tenantTable(table, 'memberships')
      table.string('staff_id', 36).notNullable().references('id').inTable('staff')
      table.string('role', 32).notNullable()
      // '' means the whole region: a null would let the unique key pass twice.
      table.string('exam_point_id', 36).notNullable().defaultTo('')
      table.bigInteger('created_at').notNullable()
      table.unique(['region_id', 'staff_id', 'role', 'exam_point_id'], {
        indexName: 'memberships_role_unique',
      })
    })

    this.schema.createTable('seasons', (table) => {
      tenantTable(table, 'seasons')
      table.string('exam', 32).notNullable()
      table.integer('year').unsigned().notNullable()
      table.boolean('is_current').notNullable()
      table.boolean('uploads_on').notNullable()
      table.string('current_release_id', 36).nullable()
      table.bigInteger('return_cap_at').nullable()
      table.text('settings', 'longtext').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['region_id', 'exam', 'year'], { indexName: 'seasons_year_unique' })
    })

    this.schema.createTable('season_windows', (table) => {
      tenantTable(table, 'season_windows')
      table.string('season_id', 36).notNullable()
      table.string('kind', 32).notNullable()
      table.bigInteger('starts_at').notNullable()
      table.bigInteger('ends_at').notNullable()
      table.string('zh', 200).nullable()
      table.string('en', 200).nullable()
      table.unique(['region_id', 'season_id', 'kind', 'starts_at'], {
        indexName: 'season_windows_start_unique',
      })
      table.foreign(['region_id', 'season_id']).references(['region_id', 'id']).inTable('seasons')
    })

    this.schema.createTable('notices', (table) => {
      tenantTable(table, 'notices')
      table.string('season_id', 36).notNullable()
      table.integer('position').notNullable()
      table.string('title_zh', 300).notNullable()
      table.string('title_en', 300).nullable()
      table.string('url', 1000).nullable()
      table.boolean('must_read').notNullable().defaultTo(false)
      table.bigInteger('shown_from').nullable()
      table.bigInteger('shown_until').nullable()
      table.foreign(['region_id', 'season_id']).references(['region_id', 'id']).inTable('seasons')
    })

    this.schema.createTable('notice_reads', (table) => {
      tenantTable(table, 'notice_reads')
      table.string('notice_id', 36).notNullable()
      table.string('candidate_id', 36).notNullable()
      table.bigInteger('read_at').notNullable()
      table.unique(['region_id', 'notice_id', 'candidate_id'], {
        indexName: 'notice_reads_once_unique',
      })
      table.foreign(['region_id', 'notice_id']).references(['region_id', 'id']).inTable('notices')
    })

    this.schema.createTable('releases', (table) => {
      tenantTable(table, 'releases')
      table.string('season_id', 36).notNullable()
      table.integer('number').unsigned().notNullable()
      table.text('document', 'longtext').notNullable()
      table.string('sha256', 64).notNullable()
      table.bigInteger('published_at').notNullable()
      table.string('published_by', 36).nullable()
      table.unique(['region_id', 'season_id', 'number'], { indexName: 'releases_number_unique' })
      table.foreign(['region_id', 'season_id']).references(['region_id', 'id']).inTable('seasons')
    })
  }

  async down() {
    for (const table of [
      'releases',
      'notice_reads',
      'notices',
      'season_windows',
      'seasons',
      'memberships',
      'exam_points',
    ]) {
      this.schema.dropTable(table)
    }
  }
}
