import { formatEnd } from '~/composables/format_end'
import { bi, formatInstant, hasText, t } from '~/composables/use_text'
import type { SeasonWindowView } from '~/types/season'

export function kindName(kind: string): string {
  return hasText(`season.kinds.${kind}`) ? t(`season.kinds.${kind}`) : kind
}

/** The region's own name of a window, else its kind's. */
export function windowName({ kind, zh, en }: Pick<SeasonWindowView, 'kind' | 'zh' | 'en'>): string {
  return bi({ zh: zh ?? '', en }) || kindName(kind)
}

export function windowSpan({ startsAt, endsAt }: SeasonWindowView): string {
  return `${formatInstant(startsAt)} – ${formatEnd(endsAt)}`
}
