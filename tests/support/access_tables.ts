import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { runAsPlatform } from '#app/shared/region_context'

const tables: string[] = []

/**
 * Finds the tables that hold rows of regions: in the database itself, so that a new one counts at
 * once. Before a transaction begins: the schema is read over a connection of its own.
 */
export async function findTenantTables() {
  if (tables.length > 0) return
  const connection = db.connection()
  for (const table of await connection.getAllTables()) {
    if ('region_id' in (await connection.columnsInfo(table))) tables.push(table)
  }
}

/** Table → number of rows and checksum of all that stands in them, in every region. */
export function tenantRows(): Promise<Record<string, string>> {
  return runAsPlatform('a test compares all rows of all regions', async () => {
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
