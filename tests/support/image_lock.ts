import db from '@adonisjs/lucid/services/db'
import { imageLock } from '#database/image_lock'

const triggers = () => imageLock(db.connection().dialect.name)

/** The database lets everybody change pictures, until `restoreImageLock`. */
export async function dropImageLock() {
  for (const { name } of triggers()) await db.rawQuery(`DROP TRIGGER ${name}`)
}

export async function restoreImageLock() {
  for (const { sql } of triggers()) await db.rawQuery(sql)
}
