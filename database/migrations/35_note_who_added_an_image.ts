import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who of the staff added a picture on its candidate's behalf; null: the candidate himself. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('images', (table) => {
      table.string('added_by', 36).nullable()
    })
  }

  async down() {
    // Not by the schema builder: on SQLite that copies the whole table.
    this.schema.raw('alter table images drop column added_by')
  }
}
