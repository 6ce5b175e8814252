import { openness, type Openness } from '#app/core/window'
import type { Facts, Flags } from '#app/core/release'
import type Region from '#app/regions/models/region'
import type Season from '#app/regions/models/season'
import type SeasonWindow from '#app/regions/models/season_window'

export interface OpennessParts {
  region: Region
  season: Season
  windows: readonly SeasonWindow[]
  /** Empty for a guest: rules for an audience then let him pass. */
  facts: Facts
  flags: Flags
}

/** Asks core/window with a season's live settings. `at` is ms since the epoch. */
export function opennessAt(
  { region, season, windows, facts, flags }: OpennessParts,
  at: number
): Openness {
  return openness(
    {
      enabled: region.enabled,
      visible: season.uploadsOn,
      windows: windows.map(({ kind, startsAt, endsAt }) => ({
        kind,
        start: startsAt,
        end: endsAt,
      })),
      audience: season.settings.audience,
      offMessage: season.settings.offMessage,
      facts,
      flags,
    },
    at
  )
}
