import type { DocumentProblem } from '#app/core/json_reader'
import { ownedBy } from '#app/core/own_materials'
import { ReleaseError } from '#app/core/release'
import { ImportRegion } from '#app/administration/actions/import_region'
import { plainRegion } from '#app/administration/plain_region'
import { regionState } from '#app/administration/queries/region_state'
import { regionFile } from '#app/administration/region_file'
import { newestCatalog } from '#app/catalog/catalog_versions'
import Region from '#app/regions/models/region'
import { isUniqueViolation } from '#app/shared/transaction'

export interface NewRegion {
  id: string
  code: string
  zh: string
  en: string
  /** Region whose rules and dates are copied; null for the plain ones. */
  copyFrom: string | null
  /** Year of the season where nothing is copied. */
  season: number
  by: { kind: string; id: string }
}

export type CreatedRegion =
  | { ok: true; regionId: string }
  | { ok: false; reason: 'taken' | 'no_catalog' | 'nothing_to_copy' }
  | { ok: false; reason: 'problems'; problems: readonly DocumentProblem[] }

/**
 * Makes a region with a season and its first release. The upload switch is off, and points, notices
 * and staff are the region's own to add.
 */
export class CreateRegion {
  async handle({ copyFrom, season, by, ...region }: NewRegion): Promise<CreatedRegion> {
    const catalog = await newestCatalog()
    if (!catalog) return { ok: false, reason: 'no_catalog' }
    if (await Region.find(region.id)) return { ok: false, reason: 'taken' }
    const source = copyFrom === null ? null : await regionState(copyFrom, catalog)
    if (copyFrom !== null && !source) return { ok: false, reason: 'nothing_to_copy' }

    const rules: any = source ? ownedBy(regionFile(source), region.id) : plainRegion(season)
    const json = {
      ...rules,
      ...region,
      enabled: true,
      upload_button: { ...rules.upload_button, visible: false },
      exam_points: [],
      notices: [],
    }
    try {
      const { regionId } = await new ImportRegion().handle({
        json,
        catalog,
        year: rules.season,
        current: true,
        offset: 0,
        keep: { settings: false, windows: false },
        audit: { by, action: 'region_created', payload: { copyFrom } },
        mustBeNew: true,
      })
      return { ok: true, regionId }
    } catch (error) {
      if (isUniqueViolation(error)) return { ok: false, reason: 'taken' }
      if (!(error instanceof ReleaseError)) throw error
      const { problems } = error
      const taken = problems.some(({ path }) => path === 'id')
      return taken ? { ok: false, reason: 'taken' } : { ok: false, reason: 'problems', problems }
    }
  }
}
