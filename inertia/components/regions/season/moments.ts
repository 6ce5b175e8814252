import { isMidnight } from '~/composables/format_end'

const CHINA = 8 * 3_600_000
const DAY = 86_400_000

/** ms → `2027-01-14T10:00`, in China. */
export function startText(at: number | null): string {
  return at === null ? '' : new Date(at + CHINA).toISOString().slice(0, 16)
}

/** The same for an exclusive end: midnight is `24:00` of the day that ends. */
export function endText(at: number | null): string {
  if (at === null) return ''
  return isMidnight(at) ? `${startText(at - DAY).slice(0, 10)}T24:00` : startText(at)
}
