import { BaseSchema } from '@adonisjs/lucid/schema'

/** Where several processes on MariaDB count tries together, when there is no Redis. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('rate_limits', (table) => {
      table.string('key', 255).notNullable().primary()
      table.integer('points').notNullable().defaultTo(0)
      table.bigInteger('expire').unsigned().nullable()
    })
  }

  async down() {
    this.schema.dropTable('rate_limits')
  }
}
