import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import db from '@adonisjs/lucid/services/db'
import { currentRegionId } from '#app/shared/region_context'
import { originalKey } from '#app/dossiers/images/image_files'
import { breach, type Breach } from './breach.js'
import { batchesOf, rowsBy } from './keyset.js'
import { isAbandoned, isMissing, objectsOf, type StoredObject } from './objects.js'

interface PictureRow {
  id: string
  dossier_id: string
  format: 'jpeg' | 'png'
  sha256: string
  bytes: number
}

/** Which pictures are read and hashed: those of one `part` of `of`. All are looked for. */
export interface Share {
  of: number
  part: number
}

export const ALL: Share = { of: 1, part: 0 }

/** The last digits of a UUIDv7 are random. */
const isIn = ({ of, part }: Share, id: string) => Number.parseInt(id.slice(-6), 16) % of === part

const AT_ONCE = 8

/** I1 and I2: every row has its object, and the bytes are those that were acknowledged. */
export async function* pictureBreaches(share: Share): AsyncGenerator<Breach> {
  const columns = ['id', 'dossier_id', 'format', 'sha256', 'bytes'] as const
  for await (const rows of batchesOf<PictureRow>('images', columns)) {
    const seasons = await seasonsOf(rows.map((row) => row.dossier_id))
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      const checks = rows
        .slice(i, i + AT_ONCE)
        .map((row) => checkPicture(row, seasons(row.dossier_id), isIn(share, row.id)))
      for (const found of await Promise.all(checks)) if (found) yield found
    }
  }
}

async function seasonsOf(dossierIds: readonly string[]): Promise<(dossierId: string) => string> {
  const columns = ['id', 'season_id'] as const
  const of = await rowsBy<{ id: string; season_id: string }>(
    'dossiers',
    columns,
    'id',
    [...new Set(dossierIds)],
    'id'
  )
  return (id) => of(id)[0]?.season_id ?? 'none'
}

async function checkPicture(
  { id, dossier_id: dossierId, format, sha256, bytes }: PictureRow,
  seasonId: string,
  read: boolean
): Promise<Breach | null> {
  const key = originalKey({ regionId: currentRegionId(), seasonId, dossierId, id, format })
  try {
    if (!read) {
      const { contentLength } = await drive.use('images').getMetaData(key)
      return contentLength === bytes ? null : breach('I1', `images/${id}`, `${key} has other bytes`)
    }
    const stored = await drive.use('images').getBytes(key)
    const hash = createHash('sha256').update(stored).digest('hex')
    return hash === sha256 ? null : breach('I1', `images/${id}`, `${key} has other bytes`)
  } catch (error) {
    if (isMissing(error)) return breach('I2', `images/${id}`, `${key} is missing`)
    throw error
  }
}

/** I3 and I11: every object has its row, in the region, season and dossier that its key names. */
export async function* objectBreaches(now: number): AsyncGenerator<Breach> {
  for await (const objects of objectsOf(currentRegionId())) {
    const dossierOf = await dossiersOf(objects)
    for (const { key, imageId, seasonId, dossierId } of objects) {
      const row = imageId === null ? undefined : dossierOf.get(imageId)
      if (!row) {
        if (await isAbandoned(key, now)) yield breach('I3', key, 'no row belongs to it')
      } else if (row.dossierId !== dossierId || row.seasonId !== seasonId) {
        yield breach('I11', key, `its row is of dossier ${row.dossierId}`)
      }
    }
  }
}

/** Of the images that objects belong to, by their ids. */
export async function dossiersOf(objects: readonly StoredObject[]) {
  const ids = [...new Set(objects.flatMap(({ imageId }) => imageId ?? []))]
  const rows: { id: string; dossier_id: string; season_id: string }[] = await db
    .from('images as i')
    .join('dossiers as d', (join) =>
      join.on('d.region_id', 'i.region_id').andOn('d.id', 'i.dossier_id')
    )
    .where('i.region_id', currentRegionId())
    .whereIn('i.id', ids)
    .select('i.id', 'i.dossier_id', 'd.season_id')
  return new Map(
    rows.map((row) => [row.id, { dossierId: row.dossier_id, seasonId: row.season_id }])
  )
}
