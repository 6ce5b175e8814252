import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Dossier from '#app/dossiers/models/dossier'

/** The candidate's live dossier of this region's current season, or null; one statement. */
export async function candidateDossier(
  candidateId: string,
  client?: QueryClientContract
): Promise<Dossier | null> {
  return Dossier.query({ client })
    .join('seasons', (join) =>
      join.on('seasons.region_id', 'dossiers.region_id').andOn('seasons.id', 'dossiers.season_id')
    )
    .where('seasons.is_current', true)
    .where('dossiers.candidate_id', candidateId)
    .where('dossiers.live', 1)
    .select('dossiers.*')
    .orderBy('dossiers.id', 'desc')
    .first()
}
