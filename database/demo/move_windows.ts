import { DAY, parseInstant } from '#app/core/time'

interface DatedRegion {
  windows: { kind: string; start: string; end_exclusive: string }[]
}

/** Uploading began this many days ago, so that more than a week of the shortest part is left. */
const BEGAN_DAYS_AGO = 3

/**
 * How far to move all windows of a region so that its longest upload part (or, where it takes no
 * uploads, its registration) is open at `now`: whole days, so that times of day stay.
 */
export function offsetToOpen({ windows }: DatedRegion, now: number): number {
  const parts = windows.filter(({ kind }) => kind === 'upload')
  const [anchor] = (parts.length > 0 ? parts : windows)
    .map(({ start, end_exclusive: end }) => ({ start: at(start), end: at(end) }))
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  return Math.floor((now - BEGAN_DAYS_AGO * DAY - anchor.start) / DAY) * DAY
}

function at(text: string): number {
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`not an instant: ${text}`)
  return instant
}
