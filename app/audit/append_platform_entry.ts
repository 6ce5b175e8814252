import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { auditHash, type AuditFacts } from '#app/audit/append_entry'
import PlatformEntry from '#app/audit/models/platform_entry'

const NO_HASH = '0'.repeat(64)

/** Takes a region's place in the hash of an entry that belongs to none. */
export const NO_REGION = ''

/**
 * Appends to a chain of the platform inside the caller's transaction. The caller holds the lock of
 * what the chain is about; the key (chain, seq) refuses a second writer all the same.
 */
export async function appendPlatformEntry(trx: TransactionClientContract, facts: AuditFacts) {
  const { chain, at, actor, action, payload } = facts
  const last = await PlatformEntry.query({ client: trx })
    .where({ chain })
    .orderBy('seq', 'desc')
    .first()
  const seq = (last?.seq ?? 0) + 1
  const previousHash = last?.hash ?? NO_HASH
  const hash = auditHash(previousHash, NO_REGION, seq, facts)
  const { kind: actorKind, id: actorId } = actor
  await PlatformEntry.create(
    { chain, seq, at, actorKind, actorId, action, payload, previousHash, hash },
    { client: trx }
  )
}
