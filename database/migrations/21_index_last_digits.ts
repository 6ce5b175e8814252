import { BaseSchema } from '@adonisjs/lucid/schema'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { idTailIndexes } from '#app/registrations/id_tails'
import { decryptField } from '#app/shared/field_cipher'
import { runAsPlatform } from '#app/shared/region_context'

const AT_ONCE = 500

/** Staff search by the last digits of an ID number; the numbers themselves stay encrypted. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('registrations', (table) => {
      table.string('id_no_tail_index', 64).nullable()
      table.string('id_no_long_tail_index', 64).nullable()
      for (const column of ['id_no_tail_index', 'id_no_long_tail_index', 'name_index']) {
        table.index(['region_id', 'season_id', column], `registrations_${column}`)
      }
    })
    this.defer((db) => runAsPlatform('a migration', () => indexAll(db)))
  }

  async down() {
    this.schema.alterTable('registrations', (table) => {
      for (const column of ['id_no_tail_index', 'id_no_long_tail_index', 'name_index']) {
        table.dropIndex([], `registrations_${column}`)
      }
    })
    // Not by the schema builder: on SQLite that copies the whole table.
    for (const column of ['id_no_tail_index', 'id_no_long_tail_index']) {
      this.schema.raw(`alter table registrations drop column ${column}`)
    }
  }
}

async function indexAll(db: QueryClientContract) {
  for (let last = ''; ;) {
    const rows: any[] = await db
      .from('registrations')
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .select('region_id', 'id', 'id_no_encrypted')
    if (rows.length === 0) return
    for (const { region_id: region, id, id_no_encrypted: sealed } of rows) {
      const { idNoTailIndex: four, idNoLongTailIndex: six } = idTailIndexes(decryptField(sealed))
      await db
        .from('registrations')
        .where({ region_id: region, id })
        .update({ id_no_tail_index: four, id_no_long_tail_index: six })
    }
    last = rows.at(-1).id
  }
}
