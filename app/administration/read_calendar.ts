import type { HttpContext } from '@adonisjs/core/http'
import { parseChinaTime } from '#app/core/china_time'
import { calendarFaults } from '#app/core/season_rules'
import { refuseFaults, type FormFault } from '#app/administration/season_faults'
import type { Calendar } from '#app/regions/actions/change_season'

interface TypedCalendar {
  windows: {
    kind: string
    start?: string | null
    end?: string | null
    zh?: string | null
    en?: string | null
  }[]
  returnCap?: string | null
}

/** What was typed as a calendar that may be saved; else all that is wrong with it, at its fields. */
export function readCalendar(ctx: Pick<HttpContext, 'i18n'>, typed: TypedCalendar): Calendar {
  const windows = typed.windows.map(({ kind, start, end, zh, en }) => ({
    kind,
    start: parseChinaTime(start ?? ''),
    end: parseChinaTime(end ?? ''),
    zh: zh || null,
    en: en || null,
  }))
  const returnCapAt = typed.returnCap ? parseChinaTime(typed.returnCap) : null
  const faults: FormFault[] = calendarFaults(windows, returnCapAt).map(({ other, ...fault }) =>
    other === undefined ? fault : { ...fault, params: { n: other + 1 } }
  )
  if (typed.returnCap && returnCapAt === null) {
    faults.push({ field: 'returnCap', rule: 'unreadable' })
  }
  refuseFaults(ctx, faults)
  return {
    windows: windows.map(({ start, end, ...window }) => ({
      ...window,
      startsAt: start!,
      endsAt: end!,
    })),
    returnCapAt,
  }
}
