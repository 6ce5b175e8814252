import db from '@adonisjs/lucid/services/db'
import Season from '#app/regions/models/season'
import { currentRegionId } from '#app/shared/region_context'
import { stateOf } from './season_page.js'

/** The region's seasons, newest first, with how much was done in each. Two queries. */
export async function seasonList() {
  const seasons = await Season.query().orderBy('year', 'desc').orderBy('id')
  const counted: any[] = await db
    .from('dossiers')
    .where('region_id', currentRegionId())
    .groupBy('season_id')
    .select('season_id')
    .count('* as n')
  const dossiers = new Map(counted.map((row) => [row.season_id, Number(row.n)]))
  return seasons.map((season) => ({
    id: season.id,
    year: season.year,
    state: stateOf(season),
    uploadsOn: season.uploadsOn,
    archivedAt: season.archivedAt,
    copied: season.copied ?? null,
    hasRelease: season.currentReleaseId !== null,
    dossiers: dossiers.get(season.id) ?? 0,
  }))
}
