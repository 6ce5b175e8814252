import { BaseSchema } from '@adonisjs/lucid/schema'
import { imageLock } from '#database/image_lock'

/** Pictures of locked items cannot be changed past the application either (docs/adr/0007). */
export default class extends BaseSchema {
  async up() {
    for (const { sql } of imageLock(this.db.dialect.name)) this.schema.raw(sql)
  }

  async down() {
    for (const { name } of imageLock(this.db.dialect.name)) this.schema.raw(`DROP TRIGGER ${name}`)
  }
}
