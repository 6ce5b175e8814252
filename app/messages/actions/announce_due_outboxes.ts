import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/shared/clock'
import { runAsPlatform } from '#app/shared/region_context'
import DeliverOutbox from '#app/messages/jobs/deliver_outbox'

/** Gives a job to each region whose outbox holds something due. */
export async function announceDueOutboxes() {
  const rows: { region_id: string }[] = await runAsPlatform('find regions with due effects', () =>
    db
      .from('outbox')
      .whereNull('delivered_at')
      .where('due_at', '<=', clock.now())
      .distinct('region_id')
      .select('region_id')
  )
  for (const { region_id: regionId } of rows) await announceOutbox(regionId)
}

/**
 * A region has something to deliver: one job takes all that is due. Only a hint, given after the
 * commit: where it fails the sweep delivers, and what was done stays done.
 */
export async function announceOutbox(regionId: string) {
  try {
    await DeliverOutbox.dispatch({ regionId })
  } catch (error) {
    logger.warn({ err: error, region: regionId }, 'the outbox could not be announced')
  }
}
