import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'

/** The current season of the region in context with its windows, or null where it has none. Two queries. */
export async function currentSeason(
  client?: QueryClientContract
): Promise<{ season: Season; windows: SeasonWindow[] } | null> {
  const season = await Season.query({ client }).where('is_current', true).first()
  if (!season) return null
  const windows = await SeasonWindow.query({ client })
    .where('season_id', season.id)
    .orderBy('starts_at')
    .orderBy('id')
  return { season, windows }
}
