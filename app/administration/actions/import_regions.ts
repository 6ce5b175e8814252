import { collectProblems, type DocumentProblem } from '#app/core/json_reader'
import { ReleaseError, type Catalog, type ReleaseDocument } from '#app/core/release'
import type { RegionDocument } from '#app/administration/region_document'
import { ImportRegion, type ImportedRegion } from './import_region.js'

export interface ReadRegion {
  json: Json
  /** The season's year. */
  year: number
  document: RegionDocument
  release: ReleaseDocument
}

/** Who imports; it is written into each region's chain. */
type By = { kind: string; id: string }

/**
 * Reads a file in the format of `regions.json`: `{ meta?, regions: […] }`, or one region's object.
 * Nothing is written.
 *
 * @throws ReleaseError with the path and reason of every problem in every region
 */
export function readRegions(json: unknown, catalog: Catalog): ReadRegion[] {
  refuseDeep(json)
  const { regions, season } = regionsIn(json)
  const importRegion = new ImportRegion()
  const problems: DocumentProblem[] = []
  const ids = new Set<string>()
  const read = regions.flatMap(({ path, json: region }) => {
    const found: DocumentProblem[] = []
    const one = collectProblems(found, () => {
      const year = season ?? yearOf(region)
      const parts = importRegion.check({ json: region, catalog, year })
      const { id } = parts.document.region
      if (ids.has(id)) refuse('id', `"${id}" stands twice`)
      ids.add(id)
      return { json: region, year, ...parts }
    })
    for (const { path: inner, reason } of found) {
      problems.push({ path: [path, inner].filter(Boolean).join('.'), reason })
    }
    return one ?? []
  })
  if (problems.length > 0) throw new ReleaseError(problems)
  return read
}

/**
 * Imports such a file. All of it is checked before any of it is written; each region is written in
 * its own transaction.
 *
 * @throws ReleaseError with the path and reason of every problem in every region
 */
export async function importRegions(
  json: unknown,
  catalog: Catalog,
  by: By
): Promise<ImportedRegion[]> {
  const imported: ImportedRegion[] = []
  for (const { json: region, year } of readRegions(json, catalog)) {
    imported.push(
      await new ImportRegion().handle({
        json: region,
        catalog,
        year,
        current: true,
        offset: 0,
        keep: { settings: false, windows: false },
        audit: { by, action: 'region_imported' },
      })
    )
  }
  return imported
}

const FORMAT = 1
const FILE_KEYS = new Set(['format', 'meta', 'regions'])

type Json = Record<string, unknown>

function regionsIn(json: unknown): { regions: { path: string; json: Json }[]; season?: number } {
  if (!isObject(json)) refuse('', 'expects an object: one region, or { "regions": […] }')
  const { format = FORMAT, ...rest } = json
  if (format !== FORMAT)
    refuse('format', `is ${String(format)}; this version reads format ${FORMAT}`)
  if (!('regions' in json)) return { regions: [{ path: '', json: rest }] }
  const unknown = Object.keys(json).find((key) => !FILE_KEYS.has(key))
  if (unknown) refuse(unknown, 'is not known here')
  if (!Array.isArray(json.regions)) refuse('regions', 'expects a list')
  const season = isObject(json.meta) ? json.meta.season : undefined
  if (season !== undefined && !Number.isInteger(season)) refuse('meta.season', 'expects a year')
  return {
    season: season as number | undefined,
    regions: json.regions.map((region, i) => {
      if (!isObject(region)) refuse(`regions[${i}]`, 'expects an object')
      return { path: `regions[${i}]`, json: region }
    }),
  }
}

/** Notes are kept as they come: a file that nests without end would end us. */
const DEEPEST = 40

function refuseDeep(json: unknown) {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) refuse('', `is nested deeper than ${DEEPEST}`)
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null ? Object.values(node) : []
    )
  }
}

/** Without `meta` the season is the year of the first upload window. */
function yearOf({ windows }: Json): number {
  const list = (Array.isArray(windows) ? windows : []) as { kind?: string; start?: string }[]
  const first = list.find((one) => one?.kind === 'upload') ?? list[0]
  const year = Number(String(first?.start).slice(0, 4))
  if (!Number.isInteger(year)) refuse('windows', 'a year is needed: give meta.season')
  return year
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(path: string, reason: string): never {
  throw new ReleaseError([{ path, reason }])
}
