import { auditHash } from '#app/audit/append_entry'
import { breach, type Breach } from './breach.js'

/** An audit entry as it is stored. */
export interface EntryRow {
  chain: string
  seq: number
  at: number
  actor_kind: string
  actor_id: string
  action: string
  payload: string
  previous_hash: string
  hash: string
}

export const ENTRY_COLUMNS = [
  ...(['chain', 'seq', 'at', 'actor_kind', 'actor_id', 'action', 'payload'] as const),
  ...(['previous_hash', 'hash'] as const),
]

export interface ChainHead {
  chain: string
  seq: number
  hash: string
}

const NO_HASH = '0'.repeat(64)

/**
 * I5: each entry follows the one before, and its hash is that of what it says. Names the first
 * broken entry only: all that follow one are broken by it.
 *
 * @param head the entry before the first of `entries`, where they are not the chain's beginning
 */
export function chainBreaches(
  regionId: string,
  entries: readonly EntryRow[],
  head: ChainHead | null = null
): Breach[] {
  let seq = head?.seq ?? 0
  let previous = head?.hash ?? NO_HASH
  for (const entry of entries) {
    const where = `${entry.chain}#${entry.seq}`
    if (entry.seq !== seq + 1) return [breach('I5', where, `entry ${seq + 1} is missing`)]
    if (entry.previous_hash !== previous) {
      return [breach('I5', where, 'it does not follow the entry before it')]
    }
    if (entry.hash !== hashOf(regionId, entry)) {
      return [breach('I5', where, 'its hash is not that of what it says')]
    }
    seq = entry.seq
    previous = entry.hash
  }
  return []
}

function hashOf(regionId: string, entry: EntryRow): string | null {
  const { chain, seq, at, action } = entry
  const actor = { kind: entry.actor_kind, id: entry.actor_id }
  try {
    const payload = JSON.parse(entry.payload)
    return auditHash(entry.previous_hash, regionId, seq, { chain, at, actor, action, payload })
  } catch {
    return null
  }
}
