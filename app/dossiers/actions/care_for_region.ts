import db from '@adonisjs/lucid/services/db'
import { DAY } from '#app/core/time'
import { clock } from '#app/shared/clock'
import type { Breach } from '#app/dossiers/integrity/breach'
import { verifyRegion } from '#app/dossiers/integrity/verify_region'
import { purgeAnswers } from '#app/dossiers/sweep/purge_answers'
import { purgeImages } from '#app/dossiers/sweep/purge_images'
import { sweepObjects, type Swept } from '#app/dossiers/sweep/sweep_objects'
import { foldCounts } from './fold_counts.js'
import { reconcileCounts } from './reconcile_counts.js'

/** Reading all pictures every night would keep the disks busy: each is read once in four weeks. */
const NIGHTS = 28
/** So many tell enough. */
const MOST_TOLD = 50

export interface Care {
  swept: Swept
  purged: number
  answers: number
  /** Counts of the queue that were put right. */
  recounted: number
  /** The first that were found. */
  breaches: Breach[]
}

/** A region's night: sweep, purge, count anew, then look for broken promises. Each part may be killed and run again. */
export default class CareForRegion {
  async handle(): Promise<Care> {
    const swept = await sweepObjects()
    const purged = await purgeImages()
    const answers = await purgeAnswers()
    await foldCounts()
    const recounted = await reconcileCounts(db.connection())
    const breaches: Breach[] = []
    const part = Math.floor(clock.now() / DAY) % NIGHTS
    for await (const breach of verifyRegion({ of: NIGHTS, part })) {
      breaches.push(breach)
      if (breaches.length === MOST_TOLD) break
    }
    return { swept, purged, answers, recounted, breaches }
  }
}
