import type { AudienceRule } from '#app/core/window'

/** A season's live settings beside its switch and windows: they take effect at once (DOMAIN.md §6). */
export interface SeasonSettings {
  /** What stands on the card's button. */
  button: { zh: string; en: string }
  offMessage: { zh: string; en: string }
  audience: AudienceRule[]
  /** How candidates get in, as the region's rules call it. */
  entry: string
  notifications: {
    channels: string[]
    quietHours: [string, string]
    phoneListForUnreadHours: number | null
    smsReturnZh: string | null
    smsReturnEn: string | null
  }
  /** Staff may add pictures on a candidate's behalf; not where nothing is said. */
  staffUploads?: boolean
  /** The last extension for everyone that moved an upload window, for candidates to see. */
  extended?: { until: number; reasonZh: string; reasonEn: string | null } | null
}

/** Where a season's rules and settings were copied from, and how much of each. */
export interface CopiedSeason {
  region: { id: string; zh: string; en: string }
  year: number
  release: number
  materials: number
  stages: number
  /** Moved by whole years. */
  windows: number
  years: number
  audience: number
}
