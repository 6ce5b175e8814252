import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { appendAuditEntry } from '#app/audit/append_entry'
import Region from '#app/regions/models/region'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

/** Who changes a setting, as the audit names him. */
export interface By {
  kind: string
  id: string
}

export type RecordChange = (action: string, payload: Record<string, unknown>) => Promise<void>

/**
 * Changes a region's settings in one transaction with the entries in its chain. The region's row is
 * locked first, so its administrators' changes stand one after the other.
 */
export function inRegionChain<T>(
  by: By,
  work: (trx: TransactionClientContract, record: RecordChange) => Promise<T>
): Promise<T> {
  const regionId = currentRegionId()
  return transaction(async (trx) => {
    await Region.query({ client: trx }).where('id', regionId).forUpdate().firstOrFail()
    return work(trx, (action, payload) =>
      appendAuditEntry(trx, {
        chain: `region:${regionId}`,
        at: clock.now(),
        actor: by,
        action,
        payload,
      })
    )
  })
}
