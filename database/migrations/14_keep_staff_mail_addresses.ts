import { BaseSchema } from '@adonisjs/lucid/schema'

/** Where links to set a password go, if the platform can send mail. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('staff', (table) => {
      table.string('email', 254).nullable()
    })
  }

  async down() {
    // Not by the schema builder: on SQLite that copies the whole table.
    this.schema.raw('alter table staff drop column email')
  }
}
