import type { Condition } from '#app/core/release'

/** A season's live settings beside its switch and windows: they take effect at once (DOMAIN.md §6). */
export interface SeasonSettings {
  button: { zh: string; en: string }
  offMessage: { zh: string; en: string }
  audience: { when: Condition; show: boolean; messageZh: string; messageEn: string }[]
  entry: string
  notifications: {
    channels: string[]
    quietHours: [string, string]
    phoneListForUnreadHours: number | null
    smsReturnZh: string
    smsReturnEn: string
  }
}
