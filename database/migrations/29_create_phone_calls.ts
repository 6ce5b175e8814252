import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** Calls to candidates who have not looked at what was returned to them. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('phone_calls', (table) => {
      tenantTable(table, 'phone_calls')
      table.string('dossier_id', 36).notNullable()
      table.string('staff_id', 36).notNullable()
      table.string('outcome', 16).notNullable()
      table.string('note', 500).nullable()
      table.bigInteger('called_at').notNullable()
      table.index(['region_id', 'dossier_id', 'called_at'], 'phone_calls_dossier_index')
      table
        .foreign(['region_id', 'dossier_id'])
        .references(['region_id', 'id'])
        .inTable('dossiers')
        .onDelete('CASCADE')
    })
  }

  async down() {
    this.schema.dropTable('phone_calls')
  }
}
