import db from '@adonisjs/lucid/services/db'
import { runAsPlatform } from '#app/shared/region_context'
import MoveDrafts from '#app/dossiers/jobs/move_drafts'

/** Gives a job to each region with a draft that is not at its season's current release. */
export async function announceDraftsBehind() {
  const rows: { region_id: string }[] = await runAsPlatform('find drafts behind a release', () =>
    db
      .from('seasons')
      .join('dossiers', (join) =>
        join
          .on('dossiers.region_id', 'seasons.region_id')
          .andOn('dossiers.season_id', 'seasons.id')
          .andOn('dossiers.release_id', '<>', 'seasons.current_release_id')
      )
      .where('seasons.is_current', true)
      .where('dossiers.state', 'draft')
      .distinct('seasons.region_id')
      .select('seasons.region_id')
  )
  for (const { region_id: regionId } of rows) {
    // Asked for again and again: where no worker takes them, the jobs must not pile up.
    await MoveDrafts.dispatch({ regionId }).dedup({ id: `drafts-${regionId}`, ttl: '1m' })
  }
}
