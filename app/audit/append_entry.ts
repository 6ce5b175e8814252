import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
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

/**
 * Appends to a hash chain inside the caller's transaction. The caller holds the lock of the row that
 * the chain is about; the unique key on (chain, seq) refuses a second writer all the same.
 */
export async function appendAuditEntry(trx: TransactionClientContract, facts: AuditFacts) {
  const [head]: { seq: number; hash: string }[] = await trx
    .from(AuditEntry.table)
    .where({ region_id: currentRegionId(), chain: facts.chain })
    .orderBy('seq', 'desc')
    .select('seq', 'hash')
    .limit(1)
  const seq = (head?.seq ?? 0) + 1
  const previousHash = head?.hash ?? NO_HASH
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
