import { decryptField } from '#app/shared/field_cipher'
import { seenBy } from './dossier_scopes.js'
import type { Reach } from './reach.js'

/** Those of some dossiers that the viewer sees, with their candidates' names, longest waiting first. */
export async function namedDossiers(reach: Reach, ids: readonly string[]) {
  const rows: any[] = await seenBy(reach)
    .join('registrations as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.id', 'd.registration_id')
    )
    .whereIn('d.id', [...ids])
    .orderBy(['d.stage_entered_at', 'd.id'])
    .select('d.region_id', 'd.id', 'd.candidate_id', 'd.exam_point_id', 'r.name_encrypted')
  return rows.map((row) => ({
    ...{ id: row.id as string, regionId: row.region_id as string },
    candidateId: row.candidate_id as string,
    examPointId: row.exam_point_id as string,
    name: decryptField(row.name_encrypted),
  }))
}
