import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** What administrators prepare before they publish it, and who changed what of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('releases', (table) => {
      // Number of the release that was published again.
      table.integer('restored_from').unsigned().nullable()
    })

    this.schema.createTable('release_drafts', (table) => {
      tenantTable(table, 'release_drafts')
      table.string('season_id', 36).notNullable()
      table.string('based_on', 36).notNullable()
      table.integer('version').unsigned().notNullable()
      table.text('document', 'longtext').notNullable()
      table.string('updated_by', 36).nullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['region_id', 'season_id'], { indexName: 'release_drafts_season_unique' })
      table.foreign(['region_id', 'season_id']).references(['region_id', 'id']).inTable('seasons')
      table.foreign(['region_id', 'based_on']).references(['region_id', 'id']).inTable('releases')
    })

    this.schema.createTable('release_draft_edits', (table) => {
      tenantTable(table, 'release_draft_edits')
      table.string('draft_id', 36).notNullable()
      table.integer('version').unsigned().notNullable()
      table.string('section', 32).notNullable()
      // Empty where the section is one piece: a unique key holds no nulls apart.
      table.string('material', 64).notNullable()
      table.text('value', 'longtext').notNullable()
      table.string('edited_by', 36).notNullable()
      table.bigInteger('edited_at').notNullable()
      table.unique(['region_id', 'draft_id', 'version', 'section', 'material'], {
        indexName: 'release_draft_edits_once_unique',
      })
      table
        .foreign(['region_id', 'draft_id'])
        .references(['region_id', 'id'])
        .inTable('release_drafts')
    })
  }

  async down() {
    for (const table of ['release_draft_edits', 'release_drafts']) this.schema.dropTable(table)
    // Not by the schema builder: on SQLite that copies the whole table.
    this.schema.raw('alter table releases drop column restored_from')
  }
}
