import { DAY, HOUR } from '#app/core/time'

const CHINA = 8 * HOUR

export const SPANS = ['7', '14', '30', 'season'] as const

export interface Period {
  span: (typeof SPANS)[number]
  /** ms; the midnight in China that it begins with. */
  from: number
}

export const midnightOf = (at: number) => Math.floor((at + CHINA) / DAY) * DAY - CHINA

/** Today and the days before it; an address typed by hand gets a fortnight. */
export function askedPeriod(asked: unknown, now: number): Period {
  const span = SPANS.find((one) => one === asked) ?? '14'
  return { span, from: span === 'season' ? 0 : midnightOf(now) - (Number(span) - 1) * DAY }
}
