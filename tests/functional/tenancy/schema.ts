import db from '@adonisjs/lucid/services/db'

export interface TableShape {
  columns: string[]
  primaryKey: string[]
  /** Columns of each unique key, without the primary one. */
  uniqueKeys: string[][]
  references: { table: string; columns: string[]; to: string[] }[]
}

/** What the database says of its own tables and views, by name. */
export async function readSchema(): Promise<Map<string, TableShape>> {
  const schema = new Map<string, TableShape>()
  for (const table of await db.connection().getAllTables()) {
    schema.set(table, await (onMariadb() ? fromMariadb(table) : fromSqlite(table)))
  }
  return schema
}

/** Views and triggers reach tables past the guard. */
export async function viewsAndTriggers(): Promise<string[]> {
  const rows: { name: string }[] = onMariadb()
    ? [
        ...(await ask(
          'select table_name as name from information_schema.views where table_schema = database()'
        )),
        ...(await ask(
          'select trigger_name as name from information_schema.triggers where trigger_schema = database()'
        )),
        ...(await ask(
          'select routine_name as name from information_schema.routines where routine_schema = database()'
        )),
      ]
    : await ask("select name from sqlite_master where type in ('view', 'trigger')")
  return rows.map(({ name }) => name)
}

const onMariadb = () => db.connection().dialect.name === 'mysql'

async function ask(sql: string, bindings: string[] = []): Promise<any[]> {
  const answer = await db.rawQuery(sql, bindings)
  return onMariadb() ? answer[0] : answer
}

async function fromSqlite(table: string): Promise<TableShape> {
  const columns = await ask(`pragma table_info(${table})`)
  const uniqueKeys: string[][] = []
  for (const { name, unique, origin } of await ask(`pragma index_list(${table})`)) {
    if (!unique || origin === 'pk') continue
    uniqueKeys.push((await ask(`pragma index_info(${name})`)).map((column) => column.name))
  }
  const keys = await ask(`pragma foreign_key_list(${table})`)
  return {
    columns: columns.map(({ name }) => name),
    primaryKey: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map(({ name }) => name),
    uniqueKeys,
    references: groupsOf(keys, ({ id }) => id).map((rows) => ({
      table: rows[0].table,
      columns: rows.map(({ from }) => from),
      to: rows.map(({ to }) => to),
    })),
  }
}

async function fromMariadb(table: string): Promise<TableShape> {
  const columns = await ask(
    'select column_name as name from information_schema.columns where table_schema = database() and table_name = ?',
    [table]
  )
  const indexes = await ask(
    'select index_name as name, column_name as col from information_schema.statistics where table_schema = database() and table_name = ? and non_unique = 0 order by index_name, seq_in_index',
    [table]
  )
  const keys = await ask(
    'select constraint_name as name, column_name as col, referenced_table_name as target, referenced_column_name as target_col from information_schema.key_column_usage where table_schema = database() and table_name = ? and referenced_table_name is not null order by constraint_name, ordinal_position',
    [table]
  )
  const unique = groupsOf(indexes, ({ name }) => name)
  const columnsOf = (rows: any[]): string[] => rows.map(({ col }) => col)
  return {
    columns: columns.map(({ name }) => name),
    primaryKey: unique.filter(([{ name }]) => name === 'PRIMARY').flatMap(columnsOf),
    uniqueKeys: unique.filter(([{ name }]) => name !== 'PRIMARY').map(columnsOf),
    references: groupsOf(keys, ({ name }) => name).map((rows) => ({
      table: rows[0].target,
      columns: columnsOf(rows),
      to: rows.map((row) => row.target_col),
    })),
  }
}

function groupsOf(rows: any[], by: (row: any) => unknown): any[][] {
  return [...Map.groupBy(rows, by).values()]
}
