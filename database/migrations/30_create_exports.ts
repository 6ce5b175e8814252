import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** Lists that somebody took out of the house: what he asked for, and who he was. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('exports', (table) => {
      tenantTable(table, 'exports')
      table.string('kind', 16).notNullable()
      table.text('filters').notNullable()
      table.boolean('whole_numbers').notNullable()
      table.string('reason', 500).nullable()
      table.string('staff_id', 36).notNullable()
      table.bigInteger('asked_at').notNullable()
      table.index(['region_id', 'asked_at'], 'exports_asked_index')
    })
  }

  async down() {
    this.schema.dropTable('exports')
  }
}
