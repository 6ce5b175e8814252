import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/shared/clock'
import { runAsPlatform } from '#app/shared/region_context'
import LapseDossiers from '#app/dossiers/jobs/lapse_dossiers'
import { overdueDrafts, overdueReturns } from '#app/dossiers/queries/overdue'

/** Gives a job to each region where the clock has something to do (row 11). */
export async function announceOverdue() {
  const now = clock.now()
  const rows: { id: string }[] = await runAsPlatform('find regions with overdue dossiers', () =>
    db
      .from('regions as g')
      .where((any) =>
        any
          .whereExists(overdueReturns(db, now).whereColumn('d.region_id', 'g.id'))
          .orWhereExists(overdueDrafts(db, now).whereColumn('d.region_id', 'g.id'))
      )
      .select('g.id')
  )
  for (const { id: regionId } of rows) {
    await LapseDossiers.dispatch({ regionId }).dedup({ id: `lapse:${regionId}`, ttl: '1m' })
  }
}
