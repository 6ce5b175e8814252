import { seenBy, waitingFor } from './dossier_scopes.js'
import type { Reach } from './reach.js'

/** How many dossiers of the current region the viewer could claim now: at stages of his roles only. */
export async function waitingCount(reach: Reach): Promise<number> {
  const [row] = await waitingFor(seenBy(reach), reach).count('* as waiting')
  return Number(row.waiting)
}
