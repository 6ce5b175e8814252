import type { Instant } from './time.js'
import { uploadsEndAt } from './window.js'

/** Kinds of windows that an administrator may set (DOMAIN.md §6). */
export const WINDOW_KINDS = [
  'registration',
  'upload',
  'blackout',
  'review',
  'onsite',
  'onsite_military',
  'post_result_check',
] as const

/** A window as it was typed: a time that cannot be read is null. */
export interface PlannedWindow {
  kind: string
  start: Instant | null
  /** Exclusive. */
  end: Instant | null
}

export type CalendarRule = 'unreadable' | 'end_before_start' | 'overlap' | 'cap_before_upload_end'

export interface CalendarFault {
  /** Path of the field in what was sent: `windows.2.end`, `returnCap`. */
  field: string
  rule: CalendarRule
  /** Position of the other window, where the fault is between two. */
  other?: number
}

interface WholeWindow {
  kind: string
  start: Instant
  end: Instant
  index: number
}

/**
 * What keeps a season's windows and its return cap from being saved; empty when all is well. One
 * fault for a field: the first that a person has to mend there.
 */
export function calendarFaults(
  windows: readonly PlannedWindow[],
  returnCapAt: Instant | null
): CalendarFault[] {
  const faults = windows.flatMap((window, index) => windowFaults(window, index))
  const whole = windows.flatMap(({ kind, start, end }, index) =>
    start !== null && end !== null && start < end ? [{ kind, start, end, index }] : []
  )
  faults.push(...overlaps(whole))
  const uploadsEnd = uploadsEndAt(whole)
  if (returnCapAt !== null && uploadsEnd !== null && returnCapAt < uploadsEnd) {
    faults.push({ field: 'returnCap', rule: 'cap_before_upload_end' })
  }
  return faults
}

function windowFaults({ start, end }: PlannedWindow, index: number): CalendarFault[] {
  const at = (field: string) => `windows.${index}.${field}`
  const faults: CalendarFault[] = []
  if (start === null) faults.push({ field: at('start'), rule: 'unreadable' })
  if (end === null) faults.push({ field: at('end'), rule: 'unreadable' })
  if (start !== null && end !== null && end <= start) {
    faults.push({ field: at('end'), rule: 'end_before_start' })
  }
  return faults
}

/** Ends are exclusive: a part that begins where another ends does not overlap it. */
function overlaps(windows: readonly WholeWindow[]): CalendarFault[] {
  return windows.flatMap((window) => {
    const earlier = windows.find(
      (other) =>
        other.index < window.index &&
        other.kind === window.kind &&
        other.start < window.end &&
        window.start < other.end
    )
    return earlier
      ? [{ field: `windows.${window.index}.start`, rule: 'overlap' as const, other: earlier.index }]
      : []
  })
}

export interface Outage {
  /** When it began. */
  since: Instant
  now: Instant
}

/**
 * The upload part that an outage took time from: the one that runs, or the last that ended since it
 * began. Null where there is none: only returns can be given more time then.
 */
export function concernedUpload<W extends { kind: string; start: Instant; end: Instant }>(
  windows: readonly W[],
  { since, now }: Outage
): W | null {
  return (
    windows
      .filter(({ kind, start, end }) => kind === 'upload' && start <= now && end > since)
      .toSorted((a, b) => a.end - b.end)
      .at(-1) ?? null
  )
}

export type ExtensionRule =
  | 'since_unreadable'
  | 'since_in_future'
  | 'end_unreadable'
  | 'end_not_later'
  | 'end_past'
  | 'end_too_late'
  | 'meets_next'
  | 'hours'

export interface ExtensionFault {
  field: 'since' | 'newEnd' | 'hours'
  rule: ExtensionRule
  /** Of `meets_next`: when the next part begins. */
  at?: Instant
}

export interface PlannedExtension {
  since: Instant | null
  /** Of the concerned upload part. */
  newEnd: Instant | null
  /** Where no upload part is concerned. */
  hours: number | null
}

export interface SoundExtension<W> {
  since: Instant
  /** By how much ends move, ms. */
  movedBy: number
  window: W | null
}

/** More than this is a new plan, not an extension. */
const LONGEST = 60 * 24 * 3_600_000

/** An extension for everyone that may be carried out, or what is wrong with it at which field. */
export function planExtension<W extends { kind: string; start: Instant; end: Instant }>(
  windows: readonly W[],
  { since, newEnd, hours }: PlannedExtension,
  now: Instant
): { ok: true; plan: SoundExtension<W> } | { ok: false; fault: ExtensionFault } {
  const wrong = (field: ExtensionFault['field'], rule: ExtensionRule, at?: Instant) => ({
    ok: false as const,
    fault: { field, rule, ...(at !== undefined && { at }) },
  })
  if (since === null) return wrong('since', 'since_unreadable')
  if (since > now) return wrong('since', 'since_in_future')
  const window = concernedUpload(windows, { since, now })
  if (!window) {
    const movedBy = (hours ?? 0) * 3_600_000
    if (movedBy <= 0 || movedBy > LONGEST) return wrong('hours', 'hours')
    return { ok: true, plan: { since, movedBy, window: null } }
  }
  if (newEnd === null) return wrong('newEnd', 'end_unreadable')
  if (newEnd <= window.end) return wrong('newEnd', 'end_not_later')
  if (newEnd <= now) return wrong('newEnd', 'end_past')
  if (newEnd - window.end > LONGEST) return wrong('newEnd', 'end_too_late')
  const next = windows
    .filter(({ kind, start }) => kind === 'upload' && start >= window.end)
    .toSorted((a, b) => a.start - b.start)[0]
  if (next && newEnd > next.start) return wrong('newEnd', 'meets_next', next.start)
  return { ok: true, plan: { since, movedBy: newEnd - window.end, window } }
}
