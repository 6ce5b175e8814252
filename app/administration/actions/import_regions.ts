import { ReleaseError, type Catalog } from '#app/core/release'
import { ImportRegion, type ImportedRegion } from './import_region.js'

/**
 * Imports a file in the format of `regions.json`: `{ meta?, regions: […] }`, or one region's object.
 * All of it is checked before any of it is written; each region is written in its own transaction.
 *
 * @throws ReleaseError with the path and reason of every problem in every region
 */
export async function importRegions(json: unknown, catalog: Catalog): Promise<ImportedRegion[]> {
  const { regions, season } = regionsIn(json)
  const importRegion = new ImportRegion()
  const problems = regions.flatMap(({ path, json: region }) => {
    try {
      importRegion.check({ json: region, catalog, year: season ?? yearOf(region, path) })
      return []
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error
      return error.problems.map(({ path: inner, reason }) => ({
        path: [path, inner].filter(Boolean).join('.'),
        reason,
      }))
    }
  })
  if (problems.length > 0) throw new ReleaseError(problems)

  const imported: ImportedRegion[] = []
  for (const { path, json: region } of regions) {
    imported.push(
      await importRegion.handle({
        json: region,
        catalog,
        year: season ?? yearOf(region, path),
        current: true,
        offset: 0,
        keep: { settings: false, windows: false },
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

/** Without `meta` the season is the year of the first upload window. */
function yearOf({ windows }: Json, path: string): number {
  const list = (Array.isArray(windows) ? windows : []) as { kind?: string; start?: string }[]
  const first = list.find(({ kind }) => kind === 'upload') ?? list[0]
  const year = Number(first?.start?.slice(0, 4))
  if (!Number.isInteger(year)) refuse(`${path}windows`, 'a year is needed: give meta.season')
  return year
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(path: string, reason: string): never {
  throw new ReleaseError([{ path, reason }])
}
