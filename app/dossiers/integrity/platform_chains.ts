import db from '@adonisjs/lucid/services/db'
import { NO_REGION } from '#app/audit/append_platform_entry'
import type { Breach } from './breach.js'
import { chainBreaches, ENTRY_COLUMNS, type EntryRow } from './chain.js'

/** I5 of the chains that belong to no region: few people write them, so each is read at once. */
export async function* platformBreaches(): AsyncGenerator<Breach> {
  const rows: EntryRow[] = await db
    .from('platform_entries')
    .orderBy('chain')
    .orderBy('seq')
    .select(...ENTRY_COLUMNS)
  for (const entries of Map.groupBy(rows, ({ chain }) => chain).values()) {
    yield* chainBreaches(NO_REGION, entries)
  }
}
