import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Circumstances } from '#app/core/dossier'
import Staff from '#app/identity/models/staff'
import type Registration from '#app/registrations/models/registration'
import type Dossier from '#app/dossiers/models/dossier'
import ReviewConflict from '#app/dossiers/models/review_conflict'

/**
 * Why this person must not review this dossier: it is his own file (the blind indexes of both ID
 * numbers are equal), or he said so himself. Two statements, by claims only.
 */
export async function conflictOf(
  staffId: string,
  dossier: Pick<Dossier, 'id'>,
  registration: Pick<Registration, 'idNoIndex'>,
  client?: QueryClientContract
): Promise<Circumstances['conflict']> {
  const declared = await ReviewConflict.query({ client })
    .where({ dossierId: dossier.id, staffId })
    .first()
  if (declared) return 'declared'
  const staff = await Staff.query({ client }).where('id', staffId).select('id_no_index').first()
  return staff?.idNoIndex && staff.idNoIndex === registration.idNoIndex ? 'own' : null
}
