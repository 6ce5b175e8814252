import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Circumstances } from '#app/core/dossier'

/** Adds to a query over registrations, as `r`, what `conflictIn` reads. */
export function withConflict(
  query: DatabaseQueryBuilderContract<any>,
  { staffId, dossierId }: { staffId: string; dossierId: string }
) {
  query
    .leftJoin('staff as v', (join) => join.onVal('v.id', staffId))
    .leftJoin('review_conflicts as x', (join) =>
      join
        .on('x.region_id', 'r.region_id')
        .andOnVal('x.dossier_id', dossierId)
        .andOnVal('x.staff_id', staffId)
    )
    .select('x.id as declared_conflict', 'v.id_no_index as reviewers_id_no_index')
    .select('r.id_no_index as candidates_id_no_index')
}

/**
 * Why this person must not review this dossier: it is his own file (the blind indexes of both ID
 * numbers are equal), or he said so himself.
 */
export function conflictIn(row: Record<string, unknown>): Circumstances['conflict'] {
  if (row.declared_conflict) return 'declared'
  const { reviewers_id_no_index: own, candidates_id_no_index: candidates } = row
  return own && own === candidates ? 'own' : null
}
