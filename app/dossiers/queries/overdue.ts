import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { UPLOAD_LONGEST } from '#app/dossiers/circumstances'

/** Returns whose deadline is so far past that no upload can be under way; the caller names the region. */
export function overdueReturns(client: Pick<QueryClientContract, 'from'>, now: number) {
  return client
    .from('dossiers as d')
    .where('d.state', 'returned')
    .where('d.deadline', '<=', now - UPLOAD_LONGEST)
    .orderBy('d.deadline')
    .select('d.id')
}

/** Drafts of seasons whose last upload window is over by as much, without time of their own. */
export function overdueDrafts(client: Pick<QueryClientContract, 'from'>, now: number) {
  const over = now - UPLOAD_LONGEST
  // From the seasons on, which are few: while windows are open no draft is looked at.
  return client
    .from('seasons as s')
    .whereExists((window) => uploadWindow(window))
    .whereNotExists((window) => uploadWindow(window).where('w.ends_at', '>', over))
    .join('dossiers as d', (join) =>
      join.on('d.region_id', 's.region_id').andOn('d.season_id', 's.id')
    )
    .where('d.state', 'draft')
    .where((own) => own.whereNull('d.deadline').orWhere('d.deadline', '<=', over))
    .select('d.id')
}

function uploadWindow(query: DatabaseQueryBuilderContract) {
  return query
    .from('season_windows as w')
    .whereColumn('w.region_id', 's.region_id')
    .whereColumn('w.season_id', 's.id')
    .where('w.kind', 'upload')
}
