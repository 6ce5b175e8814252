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

/** A window's name without the dates that its document gives in brackets: they are not those any more. */
export function withoutDates<T extends { windows: { zh?: string; en?: string }[] }>(json: T): T {
  const bare = (name?: string) => name?.replace(/\s*[(（][^)）]*\d[^)）]*[)）]/, '')
  return {
    ...json,
    windows: json.windows.map((window) => ({
      ...window,
      zh: bare(window.zh),
      en: bare(window.en),
    })),
  }
}

function at(text: string): number {
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`not an instant: ${text}`)
  return instant
}
