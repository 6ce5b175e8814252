import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** What a member of staff asks the queue for again and again, and claims that he lost to a lead. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('saved_filters', (table) => {
      tenantTable(table, 'saved_filters')
      table.string('staff_id', 36).notNullable().references('id').inTable('staff')
      table.string('name', 40).notNullable()
      // As an address asks it.
      table.string('query', 500).notNullable()
      table.boolean('is_default').notNullable().defaultTo(false)
      table.bigInteger('created_at').notNullable()
      table.unique(['region_id', 'staff_id', 'name'], { indexName: 'saved_filters_name_unique' })
    })
    this.schema.createTable('lost_claims', (table) => {
      tenantTable(table, 'lost_claims')
      table.string('dossier_id', 36).notNullable()
      table.string('staff_id', 36).notNullable()
      table.string('taken_by', 36).notNullable()
      table.bigInteger('at').notNullable()
      table.index(['region_id', 'staff_id', 'at'], 'lost_claims_staff_index')
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
    })
  }

  async down() {
    this.schema.dropTable('lost_claims')
    this.schema.dropTable('saved_filters')
  }
}
