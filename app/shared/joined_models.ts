import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { LucidModel, LucidRow, ModelAttributes } from '@adonisjs/lucid/types/model'
import { currentRegionId } from '#app/shared/region_context'

/** What a model's row holds, without the model's methods: hydrating a model costs ten times as much. */
export type Plain<M extends LucidModel> = ModelAttributes<InstanceType<M> & LucidRow>

/**
 * Columns of a model for a hand-written join, e.g. `d.state as d__state`: one statement then brings
 * rows of several tables whose columns have the same names.
 */
export function columnsOf(model: LucidModel, alias: string): string[] {
  model.boot()
  return [...model.$columnsDefinitions.values()].map(
    ({ columnName }) => `${alias}.${columnName} as ${alias}__${columnName}`
  )
}

/** A model's columns in a row of such a join; null where a left join found none. */
export function plainIn<M extends LucidModel>(
  model: M,
  alias: string,
  row: Record<string, unknown>
): Plain<M> | null {
  const id = row[`${alias}__id`]
  return id === null || id === undefined ? null : read(model, alias, row)
}

/** A model's columns in a row of its own table. */
export function plainOf<M extends LucidModel>(model: M, row: Record<string, unknown>): Plain<M> {
  return read(model, '', row)
}

/**
 * Inserts a row of the region in context without making a model of it: the columns are the model's.
 */
export async function insertPlain<M extends LucidModel>(
  client: QueryClientContract,
  model: M,
  values: Partial<Plain<M>>
) {
  const row: Record<string, unknown> = { region_id: currentRegionId() }
  for (const { attribute, name, prepare } of columnsIn(model, '')) {
    const value = (values as Record<string, unknown>)[attribute]
    if (value !== undefined) row[name] = prepare ? prepare(value, attribute, null) : value
  }
  await client.table(model.table).insert(row)
}

interface Column {
  attribute: string
  name: string
  consume?: (value: any, attribute: string, model: any) => unknown
  prepare?: (value: any, attribute: string, model: any) => unknown
}

const columnsKnown = new WeakMap<LucidModel, Map<string, Column[]>>()

function read<M extends LucidModel>(model: M, alias: string, row: Record<string, unknown>) {
  const plain: Record<string, unknown> = {}
  for (const { attribute, name, consume } of columnsIn(model, alias)) {
    const value = row[name]
    plain[attribute] = consume ? consume(value, attribute, plain) : value
  }
  return plain as Plain<M>
}

function columnsIn(model: LucidModel, alias: string): Column[] {
  const byAlias = columnsKnown.get(model) ?? new Map<string, Column[]>()
  columnsKnown.set(model, byAlias)
  const known = byAlias.get(alias)
  if (known) return known
  model.boot()
  const definitions = [...model.$columnsDefinitions]
  const columns = definitions.map(([attribute, { columnName, consume, prepare }]) => ({
    attribute,
    name: alias ? `${alias}__${columnName}` : columnName,
    consume,
    prepare,
  }))
  byAlias.set(alias, columns)
  return columns
}
