import type { LucidModel } from '@adonisjs/lucid/types/model'

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

/** The model in a row of such a join; null where a left join found none. */
export function modelIn<M extends LucidModel>(
  model: M,
  alias: string,
  row: Record<string, unknown>
): InstanceType<M> | null {
  const prefix = `${alias}__`
  if (row[`${prefix}id`] === null || row[`${prefix}id`] === undefined) return null
  // By the model's columns, not by the row's names: a wide join has many rows of many others.
  const own: Record<string, unknown> = {}
  for (const { columnName } of model.$columnsDefinitions.values()) {
    own[columnName] = row[prefix + columnName]
  }
  return model.$createFromAdapterResult(own) as InstanceType<M>
}
