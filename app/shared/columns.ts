import { column } from '@adonisjs/lucid/orm'

/** A JSON document in a text column: both databases give a string back. */
export const jsonColumn = () =>
  column({
    prepare: (value: unknown) => JSON.stringify(value ?? null),
    consume: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value),
  })

/** A boolean: SQLite stores 0 and 1. */
export const flagColumn = () =>
  column({ consume: (value: unknown) => value === true || value === 1 })
