import { DAY, HOUR, MINUTE, type Instant } from './time.js'

/** Asia/Shanghai has had no other offset since 1991. */
const OFFSET = 8 * HOUR

const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/

/**
 * A minute as people in China write it (`2027-01-27T18:00`) → ms; null when there is none such.
 * `24:00` is the midnight that ends the day (DOMAIN.md §8).
 */
export function parseChinaTime(text: string): Instant | null {
  const match = WALL.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute] = match.slice(1).map(Number)
  const midnight = Date.UTC(year, month - 1, day)
  const date = new Date(midnight)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1) return null
  const isTime = minute < 60 && (hour < 24 || (hour === 24 && minute === 0))
  return isTime ? midnight + hour * HOUR + minute * MINUTE - OFFSET : null
}

/** The same instant so many years later: same day of the month, same minute; 29 February becomes 28. */
export function yearsLater(at: Instant, years: number): Instant {
  const local = new Date(at + OFFSET)
  const midnight = Math.floor((at + OFFSET) / DAY) * DAY
  const month = local.getUTCMonth()
  const moved = new Date(Date.UTC(local.getUTCFullYear() + years, month, local.getUTCDate()))
  const overflow = moved.getUTCMonth() === month ? 0 : DAY
  return moved.getTime() - overflow + (at + OFFSET - midnight) - OFFSET
}

/**
 * An end that is a midnight stays the end of its day: `24时` of 28 February, not of the 27th, where
 * the new year has one day more or less.
 */
export function endYearsLater(end: Instant, years: number): Instant {
  return (end + OFFSET) % DAY === 0 ? yearsLater(end - DAY, years) + DAY : yearsLater(end, years)
}
