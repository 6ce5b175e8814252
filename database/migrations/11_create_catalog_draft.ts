import { BaseSchema } from '@adonisjs/lucid/schema'

/** The national catalog as platform administrators prepare it, and who published a version. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('catalog_drafts', (table) => {
      // One row: there is one national catalog.
      table.integer('id').unsigned().primary()
      table.integer('based_on').unsigned().notNullable()
      table.text('document', 'longtext').notNullable()
      table.string('updated_by', 36).nullable()
      table.bigInteger('updated_at').notNullable()
      table.foreign('based_on').references('number').inTable('catalog_versions')
    })
    this.schema.alterTable('catalog_versions', (table) => {
      table.string('published_by', 36).nullable()
    })
  }

  async down() {
    this.schema.dropTable('catalog_drafts')
    this.schema.alterTable('catalog_versions', (table) => {
      table.dropColumn('published_by')
    })
  }
}
