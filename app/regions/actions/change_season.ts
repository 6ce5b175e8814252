import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Instant } from '#app/core/time'
import type { AudienceRule } from '#app/core/window'
import { appendAuditEntry } from '#app/audit/append_entry'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { seasonChanges } from '#app/regions/season_changes'
import type { SeasonSettings } from '#app/regions/season_settings'
import { clock } from '#app/shared/clock'
import { notFound, refuse } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

/** Which season, as its administrator saw it. */
export interface SeenSeason {
  id: string
  version: number
  by: { kind: string; id: string }
}

export interface CalendarWindow {
  kind: string
  startsAt: Instant
  endsAt: Instant
  zh: string | null
  en: string | null
}

export interface Calendar {
  windows: readonly CalendarWindow[]
  returnCapAt: Instant | null
}

type ButtonSettings = Pick<SeasonSettings, 'button' | 'offMessage'>
type NotificationSettings = SeasonSettings['notifications']

/** What was written into the season's row, for the audit; null where nothing differs. */
type Written = { [key: string]: unknown } | null

/**
 * Changes what is live in a season of the region in context: at once, for everyone, with an entry in
 * the region's chain. Saving what stands there already changes nothing and leaves no entry. Each
 * gives the version that the season has then.
 *
 * @throws Refused SEASON_MOVED_ON where somebody saved since, SEASON_ARCHIVED, SEASON_NOT_CURRENT,
 *   NOT_FOUND
 */
export class ChangeSeason {
  switchUploads(seen: SeenSeason, on: boolean): Promise<number> {
    return changeSeason(seen, 'uploads_switched', (season) => {
      if (season.uploadsOn === on) return null
      if (on && !season.isCurrent) refuse('SEASON_NOT_CURRENT')
      season.uploadsOn = on
      return { on }
    })
  }

  /** The windows as a whole; each is checked before (core/season_rules). */
  replaceCalendar(seen: SeenSeason, calendar: Calendar): Promise<number> {
    return changeSeason(seen, 'calendar_changed', async (season, trx) => {
      const known = await SeasonWindow.query({ client: trx }).where('season_id', season.id)
      const before = { windows: inOrder(known), returnCapAt: season.returnCapAt }
      const after = { windows: inOrder(calendar.windows), returnCapAt: calendar.returnCapAt }
      if (same(before, after)) return null
      // Nothing refers to a window, so they are written anew.
      for (const window of known) await window.delete()
      await SeasonWindow.createMany(
        after.windows.map((window) => ({ id: uuid(), seasonId: season.id, ...window })),
        { client: trx }
      )
      season.returnCapAt = calendar.returnCapAt
      return { before, after }
    })
  }

  changeButton(seen: SeenSeason, { button, offMessage }: ButtonSettings): Promise<number> {
    return changeSettings(seen, 'button_changed', { button, offMessage })
  }

  /** The first rule that fits a candidate counts; their conditions are checked before. */
  changeAudience(seen: SeenSeason, audience: AudienceRule[]): Promise<number> {
    return changeSettings(seen, 'audience_changed', { audience })
  }

  /** Whether staff may add pictures on a candidate's behalf. */
  switchStaffUploads(seen: SeenSeason, on: boolean): Promise<number> {
    return changeSeason(seen, 'staff_uploads_switched', (season) => {
      if ((season.settings.staffUploads ?? false) === on) return null
      season.settings = { ...season.settings, staffUploads: on }
      return { on }
    })
  }

  changeNotifications(seen: SeenSeason, notifications: NotificationSettings): Promise<number> {
    return changeSettings(seen, 'notifications_changed', { notifications })
  }
}

function changeSettings(seen: SeenSeason, action: string, values: Partial<SeasonSettings>) {
  return changeSeason(seen, action, (season) => {
    const keys = Object.keys(values) as (keyof SeasonSettings)[]
    const before = Object.fromEntries(keys.map((key) => [key, season.settings[key]]))
    if (same(before, values)) return null
    season.settings = { ...season.settings, ...values }
    return { before, after: values }
  })
}

/**
 * One at a time in a region: its row is locked first, then the season's, then its chain is written.
 * Open pages hear of it after the commit.
 */
export async function changeSeason(
  { id, version, by }: SeenSeason,
  action: string,
  change: (season: Season, trx: TransactionClientContract) => Promise<Written> | Written
): Promise<number> {
  const regionId = currentRegionId()
  const now = await transaction(async (trx) => {
    await Region.query({ client: trx }).where('id', regionId).forUpdate().firstOrFail()
    const season = await Season.query({ client: trx }).where('id', id).forUpdate().first()
    if (!season) notFound()
    if (season.archivedAt !== null) refuse('SEASON_ARCHIVED', { year: season.year })
    if (season.version !== version) refuse('SEASON_MOVED_ON')
    const written = await change(season, trx)
    if (!written) return version
    await season.merge({ version: version + 1, updatedAt: clock.now() }).save()
    await appendAuditEntry(trx, {
      chain: `region:${regionId}`,
      at: clock.now(),
      actor: by,
      action,
      payload: { season: season.year, ...written },
    })
    return season.version
  })
  if (now !== version) await seasonChanges.announce(regionId)
  return now
}

function inOrder(windows: readonly CalendarWindow[]): CalendarWindow[] {
  return windows
    .map(({ kind, startsAt, endsAt, zh, en }) => ({ kind, startsAt, endsAt, zh, en }))
    .sort((a, b) => a.startsAt - b.startsAt || a.kind.localeCompare(b.kind))
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
