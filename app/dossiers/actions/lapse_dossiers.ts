import db from '@adonisjs/lucid/services/db'
import { announceOutbox } from '#app/messages/actions/announce_due_outboxes'
import { clock } from '#app/shared/clock'
import { Refused } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { passGate } from '#app/dossiers/gate'
import { overdueDrafts, overdueReturns } from '#app/dossiers/queries/overdue'

/**
 * Row 11 by the clock: drafts whose last upload window is over and returns whose deadline is, both
 * with the longest time that an upload may take. What the release says then happens: they lapse, are
 * submitted as they are, or go back to review. The gate decides anew for each.
 *
 * @returns how many moved
 */
export default class LapseDossiers {
  async handle({ limit = 200 } = {}): Promise<number> {
    const now = clock.now()
    const region = currentRegionId()
    const returns = await overdueReturns(db, now).where('d.region_id', region).limit(limit)
    const drafts = await overdueDrafts(db, now).where('d.region_id', region).limit(limit)
    let moved = 0
    for (const { id } of [...returns, ...drafts]) moved += (await lapse(id)) ? 1 : 0
    if (moved > 0) await announceOutbox(region)
    return moved
  }
}

/** Submitted in the last moment, or still in the grace after an upload: both are fine. */
async function lapse(dossierId: string): Promise<boolean> {
  try {
    await passGate({
      dossierId,
      event: { type: 'lapse' },
      by: { kind: 'system', id: 'clock' },
    })
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
