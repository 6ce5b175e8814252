import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Circumstances } from '#app/core/dossier'
import type Registration from '#app/registrations/models/registration'
import type Dossier from '#app/dossiers/models/dossier'
import { currentRegionId } from '#app/shared/region_context'

/**
 * Why this person must not review this dossier: it is his own file (the blind indexes of both ID
 * numbers are equal), or he said so himself. One statement, by claims only.
 */
export async function conflictOf(
  staffId: string,
  dossier: Pick<Dossier, 'id'>,
  registration: Pick<Registration, 'idNoIndex'>,
  client: QueryClientContract = db.connection()
): Promise<Circumstances['conflict']> {
  const [said] = await client
    .from('staff as s')
    .leftJoin('review_conflicts as x', (join) =>
      join
        .onVal('x.region_id', currentRegionId())
        .andOnVal('x.dossier_id', dossier.id)
        .andOn('x.staff_id', 's.id')
    )
    .where('s.id', staffId)
    .select('s.id_no_index', 'x.id as declared')
  if (said?.declared) return 'declared'
  return said?.id_no_index && said.id_no_index === registration.idNoIndex ? 'own' : null
}
