import { formatInstant } from '~/composables/use_text'

const MINUTE = 60_000
const DAY = 86_400_000
const CHINA = 8 * 3_600_000

/** Whether an instant is a midnight in China. */
export const isMidnight = (at: number) => (at + CHINA) % DAY === 0

/** An exclusive end as notices say it: midnight is 24:00 of the day that ends. */
export function formatEnd(at: number, format = formatInstant): string {
  return isMidnight(at) ? format(at - MINUTE).replace('23:59', '24:00') : format(at)
}
