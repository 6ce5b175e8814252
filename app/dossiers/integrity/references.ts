import db from '@adonisjs/lucid/services/db'
import { TENANT } from '#app/shared/tenancy/tables'

export interface Reference {
  table: string
  /** Beside `region_id`. */
  column: string
  to: string
}

/** The foreign keys between tables of regions, as the database itself lists them. */
export async function readReferences(): Promise<Reference[]> {
  const { dialect } = db.connection()
  const all = dialect.name === 'mysql' ? await fromMariadb() : await fromSqlite()
  return all.filter(({ table, to, column }) => {
    return TENANT.has(table) && TENANT.has(to) && column !== 'region_id'
  })
}

async function fromMariadb(): Promise<Reference[]> {
  const [rows] = await db.rawQuery(
    'select table_name as t, column_name as c, referenced_table_name as r from information_schema.key_column_usage where table_schema = database() and referenced_table_name is not null'
  )
  return rows.map(({ t, c, r }: Record<string, string>) => ({ table: t, column: c, to: r }))
}

async function fromSqlite(): Promise<Reference[]> {
  const references: Reference[] = []
  for (const table of TENANT) {
    const rows: { table: string; from: string }[] = await db.rawQuery(
      `pragma foreign_key_list(${table})`
    )
    references.push(...rows.map(({ table: to, from }) => ({ table, column: from, to })))
  }
  return references
}
