import type { HttpContext } from '@adonisjs/core/http'
import { parseChinaTime } from '#app/core/china_time'
import { planExtension } from '#app/core/season_rules'
import type { ConcernedWindow } from '#app/administration/actions/extend_for_everyone'
import { refuseFaults } from '#app/administration/season_faults'
import type Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { clock } from '#app/shared/clock'
import { wordInstant } from '#app/shared/wording'

interface TypedExtension {
  since?: string | null
  newEnd?: string | null
  hours?: number | null
}

/** What was typed as an extension that may be carried out; else what is wrong with it, at its field. */
export async function readExtension(
  ctx: Pick<HttpContext, 'i18n'>,
  season: Season,
  { since, newEnd, hours }: TypedExtension
) {
  const rows = await SeasonWindow.query().where('season_id', season.id)
  const windows: ConcernedWindow[] = rows.map(({ id, kind, startsAt, endsAt }) => ({
    id,
    kind,
    start: startsAt,
    end: endsAt,
  }))
  const planned = planExtension(
    windows,
    {
      since: parseChinaTime(since ?? ''),
      newEnd: parseChinaTime(newEnd ?? ''),
      hours: hours ?? null,
    },
    clock.now()
  )
  if (planned.ok) return planned.plan
  const { field, rule, at } = planned.fault
  const params: Record<string, string> =
    at === undefined ? {} : { at: wordInstant(at, ctx.i18n.locale) }
  return refuseFaults(ctx, [{ field, rule, params }])
}
