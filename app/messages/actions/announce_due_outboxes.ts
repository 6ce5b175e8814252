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

/** A region has something to deliver: one job at a time is enough, it takes all that is due. */
export async function announceOutbox(regionId: string) {
  await DeliverOutbox.dispatch({ regionId })
}
