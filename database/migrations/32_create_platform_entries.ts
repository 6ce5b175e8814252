import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the platform did above the regions, hash-chained like the regions' own entries. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('platform_entries', (table) => {
      table.string('chain', 64).notNullable()
      table.integer('seq').unsigned().notNullable()
      table.bigInteger('at').notNullable()
      table.string('actor_kind', 16).notNullable()
      table.string('actor_id', 64).notNullable()
      table.string('action', 64).notNullable()
      table.text('payload', 'longtext').notNullable()
      table.string('previous_hash', 64).notNullable()
      table.string('hash', 64).notNullable()
      table.primary(['chain', 'seq'])
    })
  }

  async down() {
    this.schema.dropTable('platform_entries')
  }
}
