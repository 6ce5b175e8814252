import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Registration from '#app/registrations/models/registration'

/** The candidate's registration for a season of the region in context; the newest, should there be two. One query. */
export async function candidateRegistration(
  candidateId: string,
  seasonId: string,
  client?: QueryClientContract
): Promise<Registration | null> {
  return Registration.query({ client })
    .where('candidate_id', candidateId)
    .where('season_id', seasonId)
    .orderBy('id', 'desc')
    .first()
}
