import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** Spots on pictures that reviewers point at: with a decision, and in a draft until there is one. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('decision_pins', (table) => {
      tenantTable(table, 'decision_pins')
      table.string('decision_id', 36).notNullable()
      table.string('item_id', 36).notNullable()
      table.string('image_id', 36).notNullable()
      table.integer('number').unsigned().notNullable()
      // Parts of the upright picture, 0 to 1.
      table.double('x').notNullable()
      table.double('y').notNullable()
      table.string('reason', 64).nullable()
      table.text('note').nullable()
      table.unique(['region_id', 'decision_id', 'number'], {
        indexName: 'decision_pins_number_unique',
      })
      table.index(['region_id', 'image_id'], 'decision_pins_image_index')
      table
        .foreign(['region_id', 'decision_id'])
        .references(['region_id', 'id'])
        .inTable('decisions')
      table.foreign(['region_id', 'item_id']).references(['region_id', 'id']).inTable('items')
      table.foreign(['region_id', 'image_id']).references(['region_id', 'id']).inTable('images')
    })

    // Null in drafts of before: none.
    this.schema.alterTable('verdict_drafts', (table) => table.text('pins').nullable())
  }

  async down() {
    this.schema.dropTable('decision_pins')
    // Not by the schema builder: on SQLite that copies the whole table.
    this.schema.raw('alter table verdict_drafts drop column pins')
  }
}
