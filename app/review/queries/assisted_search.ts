import db from '@adonisjs/lucid/services/db'
import { may, type Actor } from '#app/core/access'
import { pointPath } from '#app/regions/queries/point_path'
import { blindIndex } from '#app/shared/field_cipher'
import { currentRegionId } from '#app/shared/region_context'

/**
 * The live dossier of the current season whose candidate has this registration number or this whole ID
 * number, where this person may add to it. Who is not within his reach is not found: it must not be
 * told that he is registered elsewhere.
 */
export async function dossierToAssist(actor: Actor, q: string): Promise<string | null> {
  const found =
    (await dossierBy('external_number', q)) ??
    (await dossierBy('id_no_index', blindIndex('id_no', q)))
  if (!found) return null
  const subject = {
    regionId: currentRegionId(),
    candidateId: found.candidate_id,
    pointPath: await pointPath(found.exam_point_id),
  }
  return may(actor, 'dossier.edit', subject) === 'allow' ? found.id : null
}

async function dossierBy(column: 'external_number' | 'id_no_index', value: string) {
  const found: { id: string; candidate_id: string; exam_point_id: string } | undefined = await db
    .from('registrations as r')
    .join('seasons as s', (join) =>
      join.on('s.region_id', 'r.region_id').andOn('s.id', 'r.season_id')
    )
    .join('dossiers as d', (join) =>
      join.on('d.region_id', 'r.region_id').andOn('d.registration_id', 'r.id')
    )
    .where('r.region_id', currentRegionId())
    .where('s.is_current', true)
    .where('d.live', 1)
    .where(`r.${column}`, value)
    .select('d.id', 'd.candidate_id', 'd.exam_point_id')
    .orderBy('d.id', 'desc')
    .first()
  return found ?? null
}
