import db from '@adonisjs/lucid/services/db'
import { currentRegionId } from '#app/shared/region_context'
import { breach, type Breach } from './breach.js'
import type { Reference } from './references.js'

const reference = (table: string, column: string, to: string): Reference => ({ table, column, to })

/** Rows that point at each other must also agree on what both of them say. */
const AGREEMENTS: (Reference & { same: string })[] = [
  { ...reference('dossiers', 'registration_id', 'registrations'), same: 'candidate_id' },
  { ...reference('dossiers', 'registration_id', 'registrations'), same: 'season_id' },
  { ...reference('images', 'item_id', 'items'), same: 'dossier_id' },
  { ...reference('image_places', 'image_id', 'images'), same: 'item_id' },
  { ...reference('decisions', 'item_id', 'items'), same: 'dossier_id' },
  { ...reference('decisions', 'submission_id', 'submissions'), same: 'dossier_id' },
  { ...reference('decision_pins', 'decision_id', 'decisions'), same: 'item_id' },
  { ...reference('decision_pins', 'image_id', 'images'), same: 'item_id' },
  { ...reference('messages', 'outbox_id', 'outbox'), same: 'dossier_id' },
]

const MOST = 50

/**
 * I11: whatever a row of the region points at is in the region too. Foreign keys hold this while
 * they are on; a restore or a repair with `foreign_key_checks = 0` passes them.
 *
 * @param references all foreign keys between tables of regions, as the database lists them
 */
export async function* borderBreaches(references: readonly Reference[]): AsyncGenerator<Breach> {
  for (const { table, column, to } of references) {
    const rows: { id: string }[] = await db
      .from(`${table} as c`)
      .leftJoin(`${to} as p`, (join) =>
        join.on('p.region_id', 'c.region_id').andOn('p.id', `c.${column}`)
      )
      .where('c.region_id', currentRegionId())
      .whereNotNull(`c.${column}`)
      .whereNull('p.id')
      .limit(MOST)
      .select('c.id')
    for (const { id } of rows) {
      yield breach('I11', `${table}/${id}`, `its ${column} is not in ${to} of this region`)
    }
  }
  for (const { table, column, to, same } of AGREEMENTS) {
    const rows: { id: string }[] = await db
      .from(`${table} as c`)
      .join(`${to} as p`, (join) =>
        join.on('p.region_id', 'c.region_id').andOn('p.id', `c.${column}`)
      )
      .where('c.region_id', currentRegionId())
      .whereColumn(`c.${same}`, '!=', `p.${same}`)
      .limit(MOST)
      .select('c.id')
    for (const { id } of rows) {
      yield breach('I11', `${table}/${id}`, `its ${same} is not that of its row in ${to}`)
    }
  }
}
