import { createHash } from 'node:crypto'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { countedTray, type Standing } from '#app/core/trays'
import { DAY, HOUR } from '#app/core/time'
import { currentRegionId } from '#app/shared/region_context'

/** Where a dossier is counted: what lists are filtered by without reading the dossiers. */
export interface Counted {
  seasonId: string
  examPointId: string
  releaseId: string
  tray: string
}

/** A dossier as far as it is counted. */
export type CountedDossier = Omit<Counted, 'tray'> & Standing & { id: string }

/** Transactions of one exam point that count at the same moment find different rows, mostly. */
const SLOTS = 4
const CHINA = 8 * HOUR

/** Days since 1970 in China; 0 where the day does not matter. */
export function dayOf(now: number): number {
  return Math.floor((now + CHINA) / DAY)
}

/**
 * Takes a dossier from one count to another, in the transaction that moves it: one statement, and none
 * where it stays in its list, as with every claim (docs/adr/0020). Last of the transaction's writes but
 * the messages: the row is locked for as short as can be.
 */
export async function moveCount(
  trx: TransactionClientContract,
  { before, after }: { before: CountedDossier; after: CountedDossier },
  now: number
) {
  const [from, to] = [before, after].map((one) => countOf(one))
  if (from?.id === to?.id) return
  const slot = Number.parseInt(before.id.slice(-4), 16) % SLOTS
  const isDone = to?.tray === 'approved'
  await addToCounts(trx, [
    ...(from ? [{ ...from, day: 0, slot, n: -1 }] : []),
    // Of approvals the day is told, of all else how many there are.
    ...(to ? [{ ...to, day: isDone ? dayOf(now) : 0, slot, n: 1 }] : []),
  ])
}

function countOf(dossier: CountedDossier) {
  const tray = countedTray(dossier)
  if (!tray) return null
  const { seasonId, examPointId, releaseId } = dossier
  return {
    id: [seasonId, examPointId, releaseId, tray].join(),
    seasonId,
    examPointId,
    releaseId,
    tray,
  }
}

export type Addition = Counted & { day: number; slot: number; n: number }

/** Adds to counts, always in the same order: two transactions never wait for each other crosswise. */
export async function addToCounts(client: QueryClientContract, additions: readonly Addition[]) {
  const rows = additions.map(({ seasonId, examPointId, releaseId, tray, day, slot, n }) => ({
    region_id: currentRegionId(),
    // Of what it counts: there is one row of each, and no other key that a transaction could lock.
    id: createHash('sha256')
      .update([seasonId, examPointId, releaseId, tray, day, slot].join('\0'))
      .digest('hex')
      .slice(0, 32),
    ...{ season_id: seasonId, exam_point_id: examPointId, release_id: releaseId },
    ...{ tray, day, slot, n },
  }))
  const [first, ...others] = rows.sort((a, b) => (a.id < b.id ? -1 : 1))
  await client
    .insertQuery()
    .table('queue_counts')
    .multiInsert([first, ...others])
    .onConflict(['region_id', 'id'])
    .merge({ n: client.raw(SUMMED[client.dialect.name]!) })
}

const SUMMED: Record<string, string> = {
  'mysql': 'queue_counts.n + values(n)',
  'better-sqlite3': 'queue_counts.n + excluded.n',
}
