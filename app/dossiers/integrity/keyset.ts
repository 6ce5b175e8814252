import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { currentRegionId } from '#app/shared/region_context'

type Query = DatabaseQueryBuilderContract<any>

/**
 * Rows of the region in batches, by ascending `key`: any number of rows, the memory of one batch.
 *
 * @param key a column whose values are unique among the rows that `narrow` leaves
 */
export async function* batchesOf<Row extends Record<string, any>>(
  table: string,
  columns: readonly (keyof Row & string)[],
  {
    size = 500,
    key = 'id',
    narrow = (query) => query,
  }: { size?: number; key?: keyof Row & string; narrow?: (query: Query) => Query } = {}
): AsyncGenerator<Row[]> {
  let last: unknown = ''
  for (;;) {
    const query: Query = db.from(table).where('region_id', currentRegionId())
    const rows: Row[] = await narrow(query)
      .where(key, '>', last as string)
      .orderBy(key)
      .limit(size)
      .select(...columns)
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)![key]
  }
}

/** Rows of the region whose `column` is one of `values`, grouped by it. */
export async function rowsBy<Row extends Record<string, any>>(
  table: string,
  columns: readonly (keyof Row & string)[],
  column: keyof Row & string,
  values: readonly string[],
  order: keyof Row & string
): Promise<(value: string) => Row[]> {
  const rows: Row[] = await db
    .from(table)
    .where('region_id', currentRegionId())
    .whereIn(column, [...values])
    .orderBy(order)
    .select(...columns)
  const groups = Map.groupBy(rows, (row) => row[column] as string)
  return (value) => groups.get(value) ?? []
}
