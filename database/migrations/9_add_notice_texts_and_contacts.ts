import { BaseSchema } from '@adonisjs/lucid/schema'

/** Notices with a text of their own, contacts of the region and its points, the phone that a candidate confirmed. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('notices', (table) => {
      // What stands there already was shown: only new ones begin as drafts.
      table.string('status', 16).notNullable().defaultTo('shown')
      table.text('body_zh', 'longtext').nullable()
      table.text('body_en', 'longtext').nullable()
      table.integer('version').unsigned().notNullable().defaultTo(1)
      table.bigInteger('updated_at').nullable()
      table.string('updated_by', 36).nullable()
    })

    for (const [name, prefix] of [
      ['exam_points', ''],
      ['regions', 'contact_'],
    ]) {
      this.schema.alterTable(name, (table) => {
        if (prefix) table.string(`${prefix}phone`, 40).nullable()
        table.string(`${prefix}hours_zh`, 200).nullable()
        table.string(`${prefix}hours_en`, 200).nullable()
        table.string(`${prefix}address_zh`, 300).nullable()
        table.string(`${prefix}address_en`, 300).nullable()
      })
    }

    this.schema.alterTable('registrations', (table) => {
      table.text('contact_phone_encrypted').nullable()
      table.string('contact_phone_index', 64).nullable()
      table.bigInteger('phone_confirmed_at').nullable()
    })
  }

  async down() {
    // Not by the schema builder: on SQLite that copies the whole table.
    for (const [table, columns] of Object.entries(ADDED)) {
      for (const column of columns) {
        this.schema.raw(`alter table ${table} drop column ${column}`)
      }
    }
  }
}

const ADDRESS = ['hours_zh', 'hours_en', 'address_zh', 'address_en']
const ADDED = {
  notices: ['status', 'body_zh', 'body_en', 'version', 'updated_at', 'updated_by'],
  exam_points: ADDRESS,
  regions: ['contact_phone', ...ADDRESS.map((column) => `contact_${column}`)],
  registrations: ['contact_phone_encrypted', 'contact_phone_index', 'phone_confirmed_at'],
}
