import { v7 as uuid } from 'uuid'
import type { Instant } from '#app/core/time'
import type { SoundExtension } from '#app/core/season_rules'
import { announceExtension } from '#app/administration/actions/announce_extensions'
import { changeSeason, type SeenSeason } from '#app/regions/actions/change_season'
import SeasonExtension from '#app/regions/models/season_extension'
import SeasonWindow from '#app/regions/models/season_window'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'

/** A window as the plan was made on it. */
export interface ConcernedWindow {
  id: string
  kind: string
  start: Instant
  end: Instant
}

export interface Extension extends SeenSeason {
  plan: SoundExtension<ConcernedWindow>
  reasonZh: string
  reasonEn: string | null
}

/**
 * More time for everyone after an outage (DOMAIN.md §4): the concerned upload part and the return cap
 * move at once, with an entry that says why. Dossiers follow in a job: running return deadlines move,
 * what lapsed in the outage comes back, and each candidate is told.
 *
 * @throws Refused as `changeSeason` does
 */
export class ExtendForEveryone {
  async handle({ plan, reasonZh, reasonEn, ...seen }: Extension): Promise<string> {
    const { window, movedBy, since } = plan
    const id = uuid()
    await changeSeason(seen, 'extended_for_everyone', async (season, trx) => {
      const newEnd = window === null ? null : window.end + movedBy
      if (window) {
        const row = await SeasonWindow.query({ client: trx }).where('id', window.id).firstOrFail()
        await row.merge({ endsAt: newEnd! }).save()
        season.settings = { ...season.settings, extended: { until: newEnd!, reasonZh, reasonEn } }
      }
      if (season.returnCapAt !== null) season.returnCapAt += movedBy
      await SeasonExtension.create(
        {
          id,
          seasonId: season.id,
          since,
          movedBy,
          oldEnd: window?.end ?? null,
          newEnd,
          reasonZh,
          reasonEn,
          madeBy: seen.by.id,
          madeAt: clock.now(),
          reached: null,
          told: 0,
          moved: 0,
          revived: 0,
          leftOut: 0,
          finishedAt: null,
        },
        { client: trx }
      )
      return { extension: id, since, movedBy, oldEnd: window?.end ?? null, newEnd, reasonZh }
    })
    await announceExtension(currentRegionId(), id)
    return id
  }
}
