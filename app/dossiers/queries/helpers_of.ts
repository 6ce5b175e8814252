import db from '@adonisjs/lucid/services/db'
import type { Helpers } from '#app/dossiers/item_views'
import type { ReadDossier } from '#app/dossiers/read_dossier'

/** Who of the staff added pictures on the candidate's behalf; nothing is asked where nobody did. */
export async function helpersOf({ images }: Pick<ReadDossier, 'images'>): Promise<Helpers> {
  const ids = new Set(images.flatMap(({ addedBy }) => addedBy ?? []))
  if (ids.size === 0) return new Map()
  const rows: { id: string; name: string }[] = await db
    .from('staff')
    .whereIn('id', [...ids])
    .select('id', 'name')
  return new Map(rows.map(({ id, name }) => [id, name]))
}
