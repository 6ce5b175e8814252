import { v7 as uuid } from 'uuid'
import { endYearsLater, yearsLater } from '#app/core/china_time'
import { ReleaseError, resolveRelease } from '#app/core/release'
import { readSeasonState, type SeasonState } from '#app/administration/queries/season_state'
import { regionFile } from '#app/administration/region_file'
import { appendAuditEntry } from '#app/audit/append_entry'
import { newestCatalog } from '#app/catalog/catalog_versions'
import { publishRelease } from '#app/catalog/releases'
import { ownedBy } from '#app/core/own_materials'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import type { CopiedSeason } from '#app/regions/season_settings'
import { clock } from '#app/shared/clock'
import { currentRegionId, runInRegion } from '#app/shared/region_context'
import { isUniqueViolation, transaction } from '#app/shared/transaction'

export interface NewSeasonInput {
  year: number
  /** A season with a release, of this region or of one that the administrator also administers. */
  source: { regionId: string; seasonId: string }
  by: { kind: string; id: string }
}

export type MadeSeason =
  | { ok: true; seasonId: string; copied: CopiedSeason }
  | { ok: false; reason: 'taken' | 'nothing_to_copy' | 'no_catalog' | 'does_not_fit' }

/**
 * Makes a season of the region in context like another one: its release as the first of the new
 * season, windows and cap moved by whole years, button, messages, audience rules and notification
 * settings. Uploads are off, and it is not the current season yet. Notices, exam points, staff and
 * everything of candidates are not copied.
 */
export class NewSeason {
  async handle({ year, source, by }: NewSeasonInput): Promise<MadeSeason> {
    const catalog = await newestCatalog()
    if (!catalog) return { ok: false, reason: 'no_catalog' }
    const state = await runInRegion(source.regionId, () =>
      readSeasonState(source.seasonId, catalog)
    )
    if (!state) return { ok: false, reason: 'nothing_to_copy' }
    const document = releaseFor(state, currentRegionId(), year)
    if (!document) return { ok: false, reason: 'does_not_fit' }
    try {
      return await transaction(async (trx) => {
        const regionId = currentRegionId()
        await Region.query({ client: trx }).where('id', regionId).forUpdate().firstOrFail()
        const taken = await Season.query({ client: trx }).where({ exam: state.exam, year }).first()
        if (taken) return { ok: false, reason: 'taken' }
        const copied = copiedOf(state, year)
        const season = await Season.create(seasonLike(state, copied), { client: trx })
        await SeasonWindow.createMany(
          windowsLater(state, copied.years).map((window) => ({
            id: uuid(),
            seasonId: season.id,
            ...window,
          })),
          { client: trx }
        )
        await publishRelease({ seasonId: season.id, document, publishedBy: by.id }, trx)
        await appendAuditEntry(trx, {
          chain: `region:${regionId}`,
          at: clock.now(),
          actor: by,
          action: 'season_made',
          payload: { season: year, copied: { ...copied } },
        })
        return { ok: true, seasonId: season.id, copied }
      })
    } catch (error) {
      if (isUniqueViolation(error)) return { ok: false, reason: 'taken' }
      throw error
    }
  }
}

/** The source's rules as this region's own, of the new year; null where they resolve to no release. */
function releaseFor(state: SeasonState, regionId: string, year: number) {
  try {
    const file = ownedBy(regionFile({ ...state, returnCapAt: capLater(state, year) }), regionId)
    // A region's own files may write its id in capitals, and its releases keep it so.
    const id = state.region.id === regionId ? state.release.region : regionId
    return resolveRelease(state.catalog, { ...file, id, season: year })
  } catch (error) {
    if (error instanceof ReleaseError) return null
    throw error
  }
}

function copiedOf(state: SeasonState, year: number): CopiedSeason {
  return {
    region: state.region,
    year: state.year,
    release: state.number,
    materials: state.release.materials.length,
    stages: state.release.workflow.stages.length,
    windows: state.windows.length,
    years: year - state.year,
    audience: state.settings.audience.length,
  }
}

function seasonLike(state: SeasonState, copied: CopiedSeason) {
  const now = clock.now()
  const year = copied.year + copied.years
  return {
    id: uuid(),
    exam: state.exam,
    year,
    isCurrent: false,
    uploadsOn: false,
    currentReleaseId: null,
    returnCapAt: capLater(state, year),
    settings: { ...state.settings, extended: null },
    version: 1,
    archivedAt: null,
    copied,
    createdAt: now,
    updatedAt: now,
  }
}

function capLater({ returnCapAt, year: from }: SeasonState, year: number): number | null {
  return returnCapAt === null ? null : endYearsLater(returnCapAt, year - from)
}

function windowsLater({ windows }: SeasonState, years: number) {
  return windows.map(({ kind, startsAt, endsAt, zh, en }) => ({
    kind,
    startsAt: yearsLater(startsAt, years),
    endsAt: endYearsLater(endsAt, years),
    zh,
    en,
  }))
}
