import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { inAllRegions } from './all_regions.js'

const tables: string[] = []
/** The schema's own, and what is under way. */
const OTHERS = /^(?:adonis_schema|queue_|sqlite_)/

/**
 * Finds all tables, in the database itself, so that a new one counts at once. Before a transaction
 * begins: the schema is read over a connection of its own.
 */
export async function findTables() {
  if (tables.length > 0) return
  const found = await db.connection().getAllTables()
  tables.push(...found.filter((table) => !OTHERS.test(table)))
}

/** Table → number of rows and checksum of all that stands in them, in every region. */
export function allRows(): Promise<Record<string, string>> {
  return inAllRegions(async () => {
    const sums: Record<string, string> = {}
    for (const table of tables) {
      const rows = await db.from(table).select('*')
      const lines = rows.map((row) => JSON.stringify(Object.values(row))).sort()
      const sum = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
      sums[table] = `${rows.length} rows, ${sum}`
    }
    return sums
  })
}

/** Runs `work` and takes back whatever it wrote; inside a test's global transaction only. */
export async function undone<T>(work: () => Promise<T>): Promise<T> {
  await db.rawQuery('SAVEPOINT undone')
  try {
    return await work()
  } finally {
    await db.rawQuery('ROLLBACK TO SAVEPOINT undone')
    await db.rawQuery('RELEASE SAVEPOINT undone')
  }
}
