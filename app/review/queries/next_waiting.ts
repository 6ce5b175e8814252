import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Dossier from '#app/dossiers/models/dossier'
import type { DossierRow } from '#app/dossiers/read_dossier'
import { plainOf } from '#app/shared/joined_models'
import { lockingFree } from '#app/shared/transaction'
import { headOf, inLane, merged, splitByPoint, waitingLanes, type Lane } from './lanes.js'
import type { Reach } from './reach.js'

const FIRST = { from: null, order: 'asc', limit: 1 } as const

/**
 * Locks the dossier that has waited longest for this reviewer among those that nobody else holds at
 * this moment: who claims next never waits for a colleague who does the same.
 *
 * @param refused ids that were tried and are not for him
 * @returns its row, or null where nothing waits
 */
export async function lockNextWaiting(
  trx: TransactionClientContract,
  reach: Reach,
  refused: readonly string[]
): Promise<DossierRow | null> {
  const heads = (lane: Lane) => {
    const query = inLane(lane, reach.seasonId, trx)
    return headOf(refused.length > 0 ? query.whereNotIn('d.id', [...refused]) : query, lane, FIRST)
  }
  for (const lane of await inOrder(trx, splitByPoint(waitingLanes(reach)), heads)) {
    const [row] = await lockingFree(heads(lane).clearSelect().select('d.*'))
    if (row) return plainOf(Dossier, row)
  }
  return null
}

/** Of several lanes first the one whose head has waited longest; one statement, none for a single one. */
async function inOrder(
  trx: TransactionClientContract,
  lanes: Lane[],
  headsIn: (lane: Lane) => ReturnType<typeof headOf>
) {
  if (lanes.length < 2) return lanes
  const heads = lanes.map((lane, at) => headsIn(lane).select(db.raw('? as lane', [at])))
  const rows: any[] = await merged(heads, trx)
  return rows.toSorted((a, b) => a.due - b.due).map(({ lane }) => lanes[Number(lane)])
}
