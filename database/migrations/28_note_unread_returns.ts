import { BaseSchema } from '@adonisjs/lucid/schema'

/** Since when a return waits for its candidate to look at it, for the phone list. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('dossiers', (table) => {
      table.bigInteger('unread_since').nullable()
      table.index(['region_id', 'unread_since'], 'dossiers_unread_index')
    })
  }

  async down() {
    this.schema.alterTable('dossiers', (table) => {
      table.dropIndex(['region_id', 'unread_since'], 'dossiers_unread_index')
    })
    // Said by hand: knex would build SQLite's table anew, under the triggers that look at it.
    this.schema.raw('alter table dossiers drop column unread_since')
  }
}
