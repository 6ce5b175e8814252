import { isLegal } from '#app/core/dossier'
import { clock } from '#app/shared/clock'
import { answerBreaches, outboxBreaches } from './effects.js'
import { borderBreaches } from './borders.js'
import type { Breach } from './breach.js'
import { countBreaches } from './counts.js'
import { dossierBreaches, otherChainBreaches } from './dossiers.js'
import { ALL, objectBreaches, pictureBreaches, type Share } from './pictures.js'
import { readReferences } from './references.js'

/**
 * Looks through a region for broken promises (RELIABILITY.md, I1 to I11), in batches: any number of
 * dossiers, the memory of one batch. It only reads. What a running portal writes meanwhile may be seen
 * half: whoever finds something on a busy portal looks at that row again.
 *
 * @param share the pictures whose bytes are read and hashed; all are looked for
 * @returns breaches as they are found
 */
export async function* verifyRegion(share: Share = ALL): AsyncGenerator<Breach> {
  yield* verifyRows()
  yield* pictureBreaches(share)
  yield* objectBreaches(clock.now())
}

/** The promises about rows alone: what is stored beside the database is not looked at. */
export async function* verifyRows(): AsyncGenerator<Breach> {
  const now = clock.now()
  yield* dossierBreaches(isLegal)
  yield* countBreaches()
  yield* otherChainBreaches()
  yield* answerBreaches(now)
  yield* outboxBreaches(now)
  yield* borderBreaches(await readReferences())
}
