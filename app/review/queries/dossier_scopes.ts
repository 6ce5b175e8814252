import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Cursor } from '#app/review/queue_filters'
import { currentRegionId } from '#app/shared/region_context'
import type { Reach } from './reach.js'

type Query = DatabaseQueryBuilderContract<any>

/** Dossiers of the current season that the viewer sees, as `d`; what was never handed in is the candidate's own. */
export function seenBy({ seasonId, pointIds }: Reach): Query {
  const query = db
    .from('dossiers as d')
    .where('d.region_id', currentRegionId())
    .where('d.season_id', seasonId)
    .whereNot('d.tray', 'unseen')
  if (pointIds) query.whereIn('d.exam_point_id', [...pointIds])
  return query
}

/** What waits for a second person's word (DOMAIN.md §3 row 17). */
export function openProposal(): Query {
  return db
    .from('proposals as o')
    .where('o.region_id', currentRegionId())
    .whereColumn('o.dossier_id', 'd.id')
    .where('o.open', 1)
}

/** Only what stands beyond the cursor, in the order of (waiting since, id). */
export function startAfter(query: Query, { since, id }: Cursor, sign: '>' | '<') {
  query.where((beyond) =>
    beyond
      .where('d.stage_entered_at', sign, since)
      .orWhere((tie) => tie.where('d.stage_entered_at', since).where('d.id', sign, id))
  )
}
