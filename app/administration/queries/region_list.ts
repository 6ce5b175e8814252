import db from '@adonisjs/lucid/services/db'
import { runAsPlatform } from '#app/shared/region_context'

export interface ListedRegion {
  id: string
  code: string
  zh: string
  en: string
  enabled: boolean
  /** Year of the current season. */
  season: number | null
  uploadsOn: boolean
  /** Number of the season's current release. */
  release: number | null
  examPoints: number
  registrationPoints: number
  /** People with at least one role there. */
  staff: number
}

/** Every region with how far it is set up, in the order of the national codes. Three queries, no candidates. */
export async function regionList(): Promise<ListedRegion[]> {
  const { regions, points, staff } = await runAsPlatform('the list of regions', read)
  const pointsOf = new Map(points.map((row) => [row.region_id, row]))
  const staffOf = new Map(staff.map((row) => [row.region_id, Number(row.people)]))
  return regions.map((row) => {
    const all = Number(pointsOf.get(row.id)?.points ?? 0)
    const under = Number(pointsOf.get(row.id)?.registration_points ?? 0)
    return {
      id: row.id,
      code: row.code,
      zh: row.zh,
      en: row.en,
      enabled: Boolean(row.enabled),
      season: row.year ?? null,
      uploadsOn: Boolean(row.uploads_on),
      release: row.number ?? null,
      examPoints: all - under,
      registrationPoints: under,
      staff: staffOf.get(row.id) ?? 0,
    }
  })
}

async function read(): Promise<Record<'regions' | 'points' | 'staff', any[]>> {
  const regions = await db
    .from('regions')
    .leftJoin('seasons', (season) =>
      season.on('seasons.region_id', 'regions.id').onVal('seasons.is_current', true)
    )
    .leftJoin('releases', (release) =>
      release
        .on('releases.region_id', 'seasons.region_id')
        .on('releases.id', 'seasons.current_release_id')
    )
    .select('regions.id', 'regions.code', 'regions.zh', 'regions.en', 'regions.enabled')
    .select('seasons.year', 'seasons.uploads_on', 'releases.number')
    .orderBy(['regions.code', 'regions.id'])
  const points = await db
    .from('exam_points')
    .groupBy('region_id')
    .select('region_id')
    .count('* as points')
    .count('parent_id as registration_points')
  const staff = await db
    .from('memberships')
    .groupBy('region_id')
    .select('region_id')
    .countDistinct('staff_id as people')
  return { regions, points, staff }
}
