/** Milliseconds since the epoch. */
export type Instant = number

/** `['21:30', '08:00']`, China Standard Time; may run over midnight. */
export type QuietHours = readonly [start: string, end: string]

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Asia/Shanghai has had no other offset since 1991, so the rules need no time-zone database. */
const CHINA_OFFSET = 8 * HOUR

/** An ISO 8601 instant with its offset (`2027-01-14T10:00:00+08:00`) → ms; null when it is not one. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

/** ms since midnight in China. */
export function timeOfDay(at: Instant): number {
  return (((at + CHINA_OFFSET) % DAY) + DAY) % DAY
}

/** `'21:30'` → ms since midnight; null when it is not a time. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match ? Number(match[1]) * HOUR + Number(match[2]) * MINUTE : null
}

/**
 * Splits a day at the quiet hours. Null when there are none (equal ends, or not times).
 */
function quietSpan(quiet: QuietHours | null): { start: number; length: number } | null {
  if (!quiet) return null
  const start = parseTimeOfDay(quiet[0])
  const end = parseTimeOfDay(quiet[1])
  if (start === null || end === null || start === end) return null
  return { start, length: (end - start + DAY) % DAY }
}

/** How long ago the quiet hours around `at` began (0 … length), or null by day. */
function intoQuiet(at: Instant, span: { start: number; length: number }): number | null {
  const since = (timeOfDay(at) - span.start + DAY) % DAY
  return since < span.length ? since : null
}

/** True in `[start, end)` of the quiet hours. */
export function isQuiet(at: Instant, quiet: QuietHours | null): boolean {
  const span = quietSpan(quiet)
  return span !== null && intoQuiet(at, span) !== null
}

/** When the quiet hours that hold `at` began and end; null by day. */
export function quietAround(
  at: Instant,
  quiet: QuietHours | null
): { start: Instant; end: Instant } | null {
  const span = quietSpan(quiet)
  const since = span && intoQuiet(at, span)
  if (span === null || since === null) return null
  return { start: at - since, end: at - since + span.length }
}

/** The instant at which `length` ms outside the quiet hours have passed since `from`. */
export function afterDaytime(from: Instant, length: number, quiet: QuietHours | null): Instant {
  const span = quietSpan(quiet)
  if (!span) return from + length
  let at = from
  let left = length
  while (left > 0) {
    const since = intoQuiet(at, span)
    if (since !== null) {
      at += span.length - since
      continue
    }
    const untilQuiet = (span.start - timeOfDay(at) + DAY) % DAY
    const step = Math.min(left, untilQuiet)
    at += step
    left -= step
  }
  return at
}
