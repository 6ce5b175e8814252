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
}
