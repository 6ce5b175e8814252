import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Reach } from '#app/review/queries/reach'
import { currentRegionId, runInRegion } from '#app/shared/region_context'

export type Query = DatabaseQueryBuilderContract<any>

/** Rows that are read, decrypted and written at a time: what an export needs of memory. */
const BATCH = 500

/** The current season's dossiers of these points that were ever handed in, as `d`. */
export function dossiersOf({ seasonId, pointIds }: Reach): Query {
  const query = db
    .from('dossiers as d')
    .where('d.region_id', currentRegionId())
    .where('d.season_id', seasonId)
    .where('d.round', '>', 0)
  if (pointIds) query.whereIn('d.exam_point_id', [...pointIds])
  return query
}

/**
 * All rows of a query on dossiers, in the order of their ids: one that moves on meanwhile comes once.
 * Read batch by batch beyond the last id, so that a region of any size costs the same memory. A
 * generator runs where it is read from, which is outside of the region: each batch goes back into it.
 */
export async function* inBatches(regionId: string, makeQuery: () => Query): AsyncGenerator<any[]> {
  let after = ''
  while (true) {
    const rows: any[] = await runInRegion(regionId, () =>
      makeQuery().where('d.id', '>', after).orderBy('d.id').limit(BATCH)
    )
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    after = rows.at(-1).id
  }
}

/** With what every list says of a dossier. */
export function withRegistration(query: Query): Query {
  return query
    .join('registrations as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.id', 'd.registration_id')
    )
    .select('d.id', 'd.state', 'd.stage', 'd.round', 'd.release_id', 'd.exam_point_id')
    .select('r.external_number', 'r.category', 'r.name_encrypted', 'r.id_no_encrypted')
}
