import db from '@adonisjs/lucid/services/db'
import type Dossier from '#app/dossiers/models/dossier'
import { currentRegionId } from '#app/shared/region_context'

/** Grounds that staff wrote about a dossier, newest first; one statement. */
export async function remarksOf({ id }: Dossier) {
  const rows: any[] = await db
    .from('remarks as m')
    .join('staff as s', 's.id', 'm.author_id')
    .where('m.region_id', currentRegionId())
    .where('m.dossier_id', id)
    .where('m.author_kind', 'staff')
    .orderBy([
      { column: 'm.at', order: 'desc' },
      { column: 'm.id', order: 'desc' },
    ])
    .limit(50)
    .select('m.about', 'm.text', 'm.at', 's.name')
  return rows.map(({ about, text, at, name }) => ({ about, text, at, by: name as string }))
}
