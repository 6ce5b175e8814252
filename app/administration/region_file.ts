import type { Catalog, ReleaseDocument } from '#app/core/release'
import { releaseFile } from '#app/catalog/release_file'
import type { SeasonSettings } from '#app/regions/season_settings'

type Json = Record<string, unknown>

/** A season's release and live settings, as a region works with them now. */
export interface RegionState {
  release: ReleaseDocument
  /** The base catalog that the release was made from. */
  catalog: Catalog
  enabled: boolean
  uploadsOn: boolean
  settings: SeasonSettings
  /** ms. */
  returnCapAt: number | null
  windows: readonly {
    kind: string
    startsAt: number
    endsAt: number
    zh: string | null
    en: string | null
  }[]
}

/**
 * Writes a region's rules and live settings in the format of `regions.json` (docs/region-format.md),
 * without what is the region's own: its id and names, points, notices and notes.
 */
export function regionFile(state: RegionState): Json {
  const { release, settings } = state
  const cap = state.returnCapAt === null ? null : instant(state.returnCapAt)
  const { format: _format, id: _id, season, ...rules } = releaseFile(release, state.catalog)
  const workflow = rules.workflow as Json & { returns: Json }
  return {
    enabled: state.enabled,
    season,
    windows: state.windows.map(({ kind, startsAt, endsAt, zh, en }) => ({
      kind,
      start: instant(startsAt),
      end_exclusive: instant(endsAt),
      zh,
      en,
    })),
    upload_button: {
      visible: state.uploadsOn,
      label_zh: settings.button.zh,
      label_en: settings.button.en,
      off_message_zh: settings.offMessage.zh,
      off_message_en: settings.offMessage.en,
      audience: settings.audience.map(({ when, show, messageZh, messageEn }) => ({
        when,
        show,
        message_zh: messageZh,
        message_en: messageEn,
      })),
    },
    entry: settings.entry,
    notifications: {
      channels: settings.notifications.channels,
      quiet_hours: settings.notifications.quietHours,
      phone_list_for_unread_hours: settings.notifications.phoneListForUnreadHours,
      sms_return_zh: settings.notifications.smsReturnZh,
      sms_return_en: settings.notifications.smsReturnEn,
    },
    staff_uploads: settings.staffUploads ?? false,
    ...rules,
    workflow: { ...workflow, returns: { ...workflow.returns, extend_cap: cap } },
  }
}

/** ms → ISO in China Standard Time, as regions write their notices. */
function instant(at: number): string {
  return new Date(at + 8 * 3_600_000)
    .toISOString()
    .replace('.000Z', '+08:00')
    .replace('Z', '+08:00')
}
