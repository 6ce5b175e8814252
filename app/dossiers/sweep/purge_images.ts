import db from '@adonisjs/lucid/services/db'
import { DAY } from '#app/core/time'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'
import { batchesOf, rowsBy } from '#app/dossiers/integrity/keyset'
import { purgeImage } from '#app/dossiers/images/image_files'

/** How long a removed picture is kept (DOMAIN.md §3). */
const KEPT_FOR = 7 * DAY

interface RemovedRow {
  id: string
  dossier_id: string
  format: 'jpeg' | 'png'
  sha256: string
}

/**
 * Forgets pictures that the candidate removed a week ago and that no manifest names; what was
 * submitted once is kept as long as its dossier. Row first, object second: killed in between, the
 * object is one without a row and is swept.
 *
 * @returns how many were purged
 */
export async function purgeImages(): Promise<number> {
  const removed = batchesOf<RemovedRow>('images', ['id', 'dossier_id', 'format', 'sha256'], {
    narrow: (query) =>
      query.whereNotNull('removed_at').where('removed_at', '<', clock.now() - KEPT_FOR),
  })
  let purged = 0
  for await (const rows of removed) {
    const ids = [...new Set(rows.map((row) => row.dossier_id))]
    const seasons = await rowsBy<{ id: string; season_id: string }>(
      'dossiers',
      ['id', 'season_id'],
      'id',
      ids,
      'id'
    )
    const submitted = await rowsBy<{ dossier_id: string; manifest: string }>(
      'submissions',
      ['dossier_id', 'manifest'],
      'dossier_id',
      ids,
      'dossier_id'
    )
    for (const row of rows) {
      const { id, dossier_id: dossierId, format, sha256 } = row
      if (submitted(dossierId).some(({ manifest }) => manifest.includes(sha256))) continue
      await forget(id)
      const [{ season_id: seasonId }] = seasons(dossierId)
      await purgeImage({ regionId: currentRegionId(), seasonId, dossierId, id, format })
      purged++
    }
  }
  return purged
}

/** The condition again: a row that came back meanwhile stays. */
async function forget(id: string) {
  const own = { region_id: currentRegionId(), id }
  await db.from('images').where(own).whereNotNull('removed_at').delete()
}
