import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { insertPlain } from '#app/shared/joined_models'
import { currentRegionId } from '#app/shared/region_context'
import AuditEntry from '#app/audit/models/audit_entry'

const NO_HASH = '0'.repeat(64)

export interface AuditFacts {
  /** What the chain is about: `dossier:<id>`, `season:<id>`. */
  chain: string
  at: number
  actor: { kind: string; id: string }
  action: string
  payload: Record<string, unknown>
}

/** What the hash covers: the row as it is stored, in a fixed order (RELIABILITY.md, Security). */
export function auditHash(previousHash: string, regionId: string, seq: number, facts: AuditFacts) {
  const { chain, at, actor, action, payload } = facts
  const row = JSON.stringify([regionId, chain, seq, at, actor.kind, actor.id, action, payload])
  return createHash('sha256').update(previousHash).update(row).digest('hex')
}

/** The last link of a chain; null where nothing was written yet. */
export interface ChainHead {
  seq: number
  hash: string
}

/**
 * Appends to a hash chain inside the caller's transaction. The caller holds the lock of the row that
 * the chain is about; the unique key on (chain, seq) refuses a second writer all the same.
 *
 * @param head the chain's last link, where the caller has read it under that lock
 */
export async function appendAuditEntry(
  trx: TransactionClientContract,
  facts: AuditFacts,
  head?: ChainHead | null
) {
  const last = head === undefined ? await readHead(trx, facts.chain) : head
  const seq = (last?.seq ?? 0) + 1
  const previousHash = last?.hash ?? NO_HASH
  await insertPlain(trx, AuditEntry, {
    id: uuid(),
    chain: facts.chain,
    seq,
    at: facts.at,
    actorKind: facts.actor.kind,
    actorId: facts.actor.id,
    action: facts.action,
    payload: facts.payload,
    previousHash,
    hash: auditHash(previousHash, currentRegionId(), seq, facts),
  })
}

async function readHead(trx: TransactionClientContract, chain: string): Promise<ChainHead | null> {
  const [head] = await trx
    .from(AuditEntry.table)
    .where({ region_id: currentRegionId(), chain })
    .orderBy('seq', 'desc')
    .select('seq', 'hash')
    .limit(1)
  return head ?? null
}

/** For a statement that reads other things too: a column `seq:hash` of the chain's last link. */
export function chainHeadColumn(chain: string, as: string) {
  return db.raw(
    `(select concat_ws(':', c.seq, c.hash) from audit_entries as c where c.region_id = ? and c.chain = ? order by c.seq desc limit 1) as ${as}`,
    [currentRegionId(), chain]
  )
}

export function chainHeadIn(column: string | null): ChainHead | null {
  if (column === null) return null
  const [seq, hash] = column.split(':')
  return { seq: Number(seq), hash }
}
