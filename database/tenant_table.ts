import type { Knex } from 'knex'

/**
 * Starts a tenant table: `(region_id, id)` is the primary key, so that every reference to a row
 * must name the region as well and the database itself refuses one that crosses regions.
 * Ids are UUIDv7: their order is the order of creation.
 */
export function tenantTable(table: Knex.CreateTableBuilder, name: string) {
  table.string('region_id', 16).notNullable().references('id').inTable('regions')
  table.string('id', 36).notNullable()
  table.primary(['region_id', 'id'], `${name}_pk`)
}
