import drive from '@adonisjs/drive/services/main'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'
import { abandonedFiles, isAbandoned, objectsOf } from '#app/dossiers/integrity/objects'
import { dossiersOf } from '#app/dossiers/integrity/pictures'

/** More than crashes leave: after a restore of an older database somebody should look first. */
const MOST = 10_000

export interface Swept {
  objects: number
  /** It stopped at `MOST`; the next night goes on. */
  stopped: boolean
}

/**
 * Removes what a crash or a client that went away left: objects of the region without a row, and
 * temporary files, once they are older than any upload can be. Keys are never used twice, so what has
 * no row after a day never gets one; killed in between, the next sweep finds the rest.
 */
export async function sweepObjects({ most = MOST } = {}): Promise<Swept> {
  const now = clock.now()
  let objects = 0
  const drop = async (key: string) => {
    await drive.use('images').delete(key)
    objects++
  }
  for await (const batch of objectsOf(currentRegionId())) {
    const dossierOf = await dossiersOf(batch)
    for (const { key, imageId } of batch) {
      if (imageId !== null && dossierOf.has(imageId)) continue
      if (!(await isAbandoned(key, now))) continue
      if (objects >= most) return { objects, stopped: true }
      await drop(key)
    }
  }
  for await (const key of abandonedFiles(now)) await drop(key)
  return { objects, stopped: false }
}
