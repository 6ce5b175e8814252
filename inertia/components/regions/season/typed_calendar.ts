import type { SeasonView } from '~/types/season'
import { endText, startText } from './moments'
import type { Described } from './described'
import { kindName } from './window_words'
import { t } from '~/composables/use_text'

/** The calendar as it is typed and sent. */
export interface TypedCalendar {
  windows: { kind: string; start: string; end: string; zh: string; en: string }[]
  returnCap: string
}

export function typedCalendar({ windows, returnCapAt }: SeasonView): TypedCalendar {
  return {
    windows: windows.map(({ kind, startsAt, endsAt, zh, en }) => ({
      kind,
      start: startText(startsAt),
      end: endText(endsAt),
      zh: zh ?? '',
      en: en ?? '',
    })),
    returnCap: endText(returnCapAt),
  }
}

export const newWindow = () => ({ kind: 'upload', start: '', end: '', zh: '', en: '' })

export function describeCalendar({ windows, returnCap }: TypedCalendar): Described[] {
  const plain = (moment: string) => moment.replace('T', ' ')
  return [
    {
      label: t('season.calendar.title'),
      text: windows
        .map(
          ({ kind, start, end, zh }) =>
            `${kindName(kind)}${zh ? ` ${zh}` : ''}\n  ${plain(start)} – ${plain(end)}`
        )
        .join('\n'),
    },
    { label: t('season.calendar.cap'), text: plain(returnCap) },
  ]
}
