import { evaluate } from './condition.js'
import type { Condition, Facts, Flags } from './release.js'
import type { Instant } from './time.js'

export interface SeasonWindow {
  /** Only `upload` and `blackout` guard anything; the others inform (DOMAIN.md §4). */
  kind: string
  start: Instant
  /** Exclusive. */
  end: Instant
}

export interface AudienceRule {
  when: Condition
  show: boolean
  messageZh: string | null
  messageEn: string | null
}

export interface Message {
  zh: string
  en: string
}

export interface SeasonSettings {
  /** False where the region takes no uploads at all (portal with checklist and notices only). */
  enabled: boolean
  /** The region's upload switch. */
  visible: boolean
  windows: readonly SeasonWindow[]
  audience: readonly AudienceRule[]
  facts: Facts
  flags: Flags
  offMessage: Message | null
}

export type ClosedReason =
  'disabled' | 'switched_off' | 'audience' | 'before' | 'between' | 'after' | 'blackout'

export interface Openness {
  /** Whether "上传相关材料" stands on the registration card; a dossier that exists can be seen anyway. */
  button: 'shown' | 'absent'
  /** Whether a dossier may be opened and drafts edited now. */
  open: boolean
  reason: ClosedReason | null
  message: Message | null
  /** When it is open: the end of this part, or the blackout that comes first. */
  closesAt: Instant | null
  /** When time alone closes it: the next opening. */
  opensAt: Instant | null
  nextChangeAt: Instant | null
}

/** Switch, audience and windows → open or closed, why, and until when (DOMAIN.md §3 rows 1 and 3, §4). */
export function openness(season: SeasonSettings, now: Instant): Openness {
  const closed = (reason: ClosedReason, message: Message | null): Openness => ({
    button: 'absent',
    open: false,
    reason,
    message,
    closesAt: null,
    opensAt: null,
    nextChangeAt: null,
  })
  if (!season.enabled) return closed('disabled', season.offMessage)
  if (!season.visible) return closed('switched_off', season.offMessage)
  const rule = season.audience.find(({ when }) => evaluate(when, season.facts, season.flags))
  if (rule && !rule.show) return closed('audience', audienceMessage(rule))

  const reason = reasonAt(season.windows, now)
  const later = boundaries(season.windows).filter((at) => at > now)
  const nextChangeAt = later.find((at) => reasonAt(season.windows, at) !== reason) ?? null
  return {
    button: 'shown',
    open: reason === null,
    reason,
    // Before the first opening the date says more, and many regions' texts speak of having closed.
    message: reason === null || reason === 'before' ? null : season.offMessage,
    closesAt: reason === null ? nextChangeAt : null,
    opensAt:
      reason === null ? null : (later.find((at) => reasonAt(season.windows, at) === null) ?? null),
    nextChangeAt,
  }
}

/** A blackout beats an upload window. */
function reasonAt(windows: readonly SeasonWindow[], at: Instant): ClosedReason | null {
  const within = ({ start, end }: SeasonWindow) => start <= at && at < end
  if (windows.some((one) => one.kind === 'blackout' && within(one))) return 'blackout'
  const uploads = windows.filter(({ kind, start, end }) => kind === 'upload' && start < end)
  if (uploads.some(within)) return null
  if (uploads.every(({ start }) => at < start)) return 'before'
  return uploads.some(({ start }) => at < start) ? 'between' : 'after'
}

function boundaries(windows: readonly SeasonWindow[]): Instant[] {
  const edges = windows
    .filter(({ kind }) => kind === 'upload' || kind === 'blackout')
    .flatMap(({ start, end }) => [start, end])
  return [...new Set(edges)].sort((a, b) => a - b)
}

function audienceMessage({ messageZh, messageEn }: AudienceRule): Message | null {
  const zh = messageZh ?? messageEn
  return zh === null ? null : { zh, en: messageEn ?? zh }
}

/** When the last upload part ends: drafts lapse after it, not after the first (DOMAIN.md §3 row 11). Null without any. */
export function uploadsEndAt(windows: readonly SeasonWindow[]): Instant | null {
  const ends = windows.filter(({ kind }) => kind === 'upload').map(({ end }) => end)
  return ends.length > 0 ? Math.max(...ends) : null
}

/** Whether candidates' writes stop now, those to returned items too (DOMAIN.md §4). */
export function inBlackout(windows: readonly SeasonWindow[], now: Instant): boolean {
  return windows.some(({ kind, start, end }) => kind === 'blackout' && start <= now && now < end)
}
