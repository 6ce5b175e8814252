import { sentence } from '#app/core/condition'
import type { ReleaseDocument } from '#app/core/release'
import { WINDOW_KINDS } from '#app/core/season_rules'
import { newestCatalog } from '#app/catalog/catalog_versions'
import { vocabulary } from '#app/catalog/condition_words'
import { releaseDocument } from '#app/catalog/releases'
import { unavailableChannels } from '#app/messages/channels'
import type Region from '#app/regions/models/region'
import type Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { opennessAt } from '#app/regions/openness'
import { seasonRevision } from '#app/regions/season_changes'
import { CHANNELS } from '#app/administration/validators/season'
import { clock } from '#app/shared/clock'
import { extensionsOf } from './season_extensions.js'

/** A season's live settings with all that one needs to change them (inertia/types/season.ts). */
export async function seasonPage(region: Region, season: Season, canChange: boolean) {
  const windows = await SeasonWindow.query()
    .where('season_id', season.id)
    .orderBy('starts_at')
    .orderBy('id')
  const release =
    season.currentReleaseId === null ? null : await releaseDocument(season.currentReleaseId)
  const catalog = release && (await newestCatalog())
  const { settings } = season
  const { notifications } = settings
  return {
    season: {
      id: season.id,
      year: season.year,
      version: season.version,
      state: stateOf(season),
      uploadsOn: season.uploadsOn,
      windows: windows.map(({ kind, startsAt, endsAt, zh, en }) => ({
        kind,
        startsAt,
        endsAt,
        zh,
        en,
      })),
      returnCapAt: season.returnCapAt,
      button: settings.button,
      offMessage: settings.offMessage,
      audience: settings.audience.map((rule) => ({ ...rule, words: wordsOf(rule.when, release) })),
      notifications,
      staffUploads: settings.staffUploads ?? false,
      copied: season.copied ?? null,
    },
    openness: opennessOf(region, season, windows),
    kinds: [...WINDOW_KINDS],
    channels: [...CHANNELS],
    unavailable: unavailableChannels([...CHANNELS, ...notifications.channels]),
    vocabulary: catalog && vocabulary(catalog),
    readings: `/${region.id}/staff/condition-readings`,
    extensions: await extensionsOf(season.id),
    canChange: canChange && season.archivedAt === null,
    revision: seasonRevision(season),
  }
}

export function stateOf({ isCurrent, archivedAt }: Season): 'current' | 'archived' | 'prepared' {
  if (isCurrent) return 'current'
  return archivedAt === null ? 'prepared' : 'archived'
}

/** As a candidate finds it to whom no rule for an audience applies. */
function opennessOf(region: Region, season: Season, windows: SeasonWindow[]) {
  const { open, reason, closesAt, opensAt, nextChangeAt } = opennessAt(
    { region, season, windows, facts: {}, flags: {} },
    clock.now()
  )
  return { open, reason, closesAt, opensAt, nextChangeAt }
}

function wordsOf(condition: Parameters<typeof sentence>[0], release: ReleaseDocument | null) {
  const words = { facts: release?.facts ?? [], categories: release?.categories ?? [] }
  return {
    zh: sentence(condition, words, 'zh-CN'),
    en: sentence(condition, words, 'en'),
  }
}
