import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** Seasons that several people change, that are copied and archived, and extensions for everyone. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('seasons', (table) => {
      table.integer('version').unsigned().notNullable().defaultTo(1)
      table.bigInteger('archived_at').nullable()
      // What was copied from where, and what was not; null for a season made otherwise.
      table.text('copied').nullable()
    })

    this.schema.createTable('season_extensions', (table) => {
      tenantTable(table, 'season_extensions')
      table.string('season_id', 36).notNullable()
      table.bigInteger('since').notNullable()
      table.bigInteger('moved_by').notNullable()
      // Both null where no upload window was concerned: returns alone were given more time.
      table.bigInteger('old_end').nullable()
      table.bigInteger('new_end').nullable()
      table.string('reason_zh', 500).notNullable()
      table.string('reason_en', 500).nullable()
      table.string('made_by', 36).notNullable()
      table.bigInteger('made_at').notNullable()
      // Id of the last dossier that was looked at: who goes on after a crash begins behind it.
      table.string('reached', 36).nullable()
      table.integer('told').unsigned().notNullable().defaultTo(0)
      table.integer('moved').unsigned().notNullable().defaultTo(0)
      table.integer('revived').unsigned().notNullable().defaultTo(0)
      table.integer('left_out').unsigned().notNullable().defaultTo(0)
      table.bigInteger('finished_at').nullable()
      table.index(['region_id', 'season_id', 'made_at'], 'season_extensions_season_index')
      table.foreign(['region_id', 'season_id']).references(['region_id', 'id']).inTable('seasons')
    })
  }

  async down() {
    this.schema.dropTable('season_extensions')
    // Not by the schema builder: on SQLite that copies the whole table.
    for (const column of ['version', 'archived_at', 'copied']) {
      this.schema.raw(`alter table seasons drop column ${column}`)
    }
  }
}
