import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'

/** Forgets the saved answers that are kept no longer (app/shared/idempotency.ts); returns how many. */
export async function purgeAnswers(): Promise<number> {
  const gone = await db
    .from('idempotency_keys')
    .where('region_id', currentRegionId())
    .where('expires_at', '<=', clock.now())
    .delete()
  return Number(gone)
}
