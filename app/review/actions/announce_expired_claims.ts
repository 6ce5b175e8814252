import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/shared/clock'
import { runAsPlatform } from '#app/shared/region_context'
import ExpireClaims from '#app/review/jobs/expire_claims'

/** Gives a job to each region that has claims which ran out; one indexed look per region. */
export async function announceExpiredClaims() {
  const rows: { id: string }[] = await runAsPlatform('find regions with expired claims', () =>
    db
      .from('regions')
      .join('dossiers', 'dossiers.region_id', 'regions.id')
      .where('dossiers.state', 'in_review')
      .where('dossiers.claim_until', '<=', clock.now())
      .distinct('regions.id')
  )
  for (const { id: regionId } of rows) {
    // Asked for every few seconds: where no worker takes them, the jobs must not pile up.
    await ExpireClaims.dispatch({ regionId }).dedup({ id: regionId, ttl: '1m' })
  }
}
