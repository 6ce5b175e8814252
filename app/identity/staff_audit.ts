import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { appendAuditEntry } from '#app/audit/append_entry'
import { clock } from '#app/shared/clock'
import { currentRegionId, runAsPlatform, runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

export interface StaffChange<T> {
  action: string
  payload: Record<string, unknown>
  result: T
}

/**
 * A change of a region's staff with its entry in the region's chain, in one transaction. The row of
 * the region is locked first: two administrators cannot remove each other at once.
 */
export function changeStaff<T>(
  by: string,
  work: (trx: TransactionClientContract) => Promise<StaffChange<T>>
): Promise<T> {
  const regionId = currentRegionId()
  return transaction(async (trx) => {
    await trx.from('regions').where('id', regionId).forUpdate().first()
    const { action, payload, result } = await work(trx)
    await appendAuditEntry(trx, {
      chain: `region:${regionId}`,
      at: clock.now(),
      actor: { kind: 'staff', id: by },
      action,
      payload,
    })
    return result
  })
}

/** What somebody did to his own account stands in the chain of each region he works in. */
export async function auditOwnAccount(staffId: string, action: string) {
  for (const regionId of await regionsOf(staffId)) {
    await runInRegion(regionId, () =>
      changeStaff(staffId, async () => ({ action, payload: { staffId }, result: undefined }))
    )
  }
}

/** Ids of all regions that a person works in, suspended there or not. */
export async function regionsOf(staffId: string): Promise<string[]> {
  const rows: { region_id: string }[] = await runAsPlatform(
    'a staff account belongs to several regions',
    () => db.from('memberships').where('staff_id', staffId).distinct('region_id')
  )
  return rows.map((row) => row.region_id).sort()
}
