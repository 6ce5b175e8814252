import db from '@adonisjs/lucid/services/db'
import { blindIndex } from '#app/shared/field_cipher'
import { currentRegionId } from '#app/shared/region_context'
import { ID_TAILS } from '#app/registrations/id_tails'

/** A name that more people have, or digits, must be told more exactly. */
const MOST_FOUND = 200

/**
 * Registrations of a season with this number, this name, or an ID number that ends so; each whole,
 * because only blind indexes are stored. One statement.
 */
export async function foundRegistrations(seasonId: string, q: string): Promise<string[]> {
  const by = (column: string, value: string) =>
    db
      .from('registrations')
      .where('region_id', currentRegionId())
      .where('season_id', seasonId)
      .where(column, value)
      .select('id')
      .limit(MOST_FOUND)
  const tail = ID_TAILS.find(({ length }) => q.length === length && /^\d+[\dx]$/i.test(q))
  const ways = [
    by('external_number', q),
    by('name_index', blindIndex('name', q)),
    ...(tail ? [by(tail.column, blindIndex(tail.purpose, q))] : []),
  ].map((way, at) => db.from(way.as(`w${at}`)).select('id'))
  const [first, ...others] = ways
  const rows: { id: string }[] = await first.union(others)
  return rows.map(({ id }) => id)
}
