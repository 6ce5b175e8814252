import { BaseSchema } from '@adonisjs/lucid/schema'

/** Tables that belong to no region. Instants are epoch milliseconds everywhere (docs/adr/0002). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('regions', (table) => {
      table.string('id', 16).primary()
      table.string('code', 8).notNullable()
      table.string('zh', 100).notNullable()
      table.string('en', 100).notNullable()
      table.text('summary_zh').nullable()
      table.text('summary_en').nullable()
      table.boolean('enabled').notNullable()
      table.text('notes', 'longtext').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('staff', (table) => {
      table.string('id', 36).primary()
      table.string('login', 64).notNullable().unique()
      table.string('password', 255).notNullable()
      table.string('name', 100).notNullable()
      table.boolean('is_platform_admin').notNullable().defaultTo(false)
      table.bigInteger('suspended_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('candidates', (table) => {
      table.string('id', 36).primary()
      table.string('issuer', 191).notNullable()
      table.string('subject', 191).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('signed_in_at').notNullable()
      table.unique(['issuer', 'subject'], { indexName: 'candidates_subject_unique' })
    })

    this.schema.createTable('catalog_versions', (table) => {
      table.integer('number').unsigned().primary()
      table.string('version', 32).notNullable()
      table.text('document', 'longtext').notNullable()
      table.string('sha256', 64).notNullable()
      table.bigInteger('created_at').notNullable()
    })
  }

  async down() {
    for (const table of ['catalog_versions', 'candidates', 'staff', 'regions']) {
      this.schema.dropTable(table)
    }
  }
}
