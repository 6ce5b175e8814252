import { ImportRegion } from '#app/administration/actions/import_region'
import { keepCatalogVersion } from '#app/catalog/catalog_versions'
import { clock } from '#app/shared/clock'
import { seedLastSeason } from './last_season.js'
import { offsetToOpen, withoutDates } from './move_windows.js'
import { demoPeople, seedDocument } from './people.js'
import { seedStaff } from './staff.js'

/** The base catalog and the sample regions with the dates of their documents; what is there stays. */
export async function seedSampleRegions() {
  await importRegions(() => 0, { settings: true, windows: true })
}

/** The same with uploading open today, at every start, and with people to try it as. */
export async function seedDemo() {
  const offset = (json: any) => offsetToOpen(json, clock.now())
  const known = await importRegions(offset, { settings: true, windows: false })
  const { candidates, staff } = demoPeople()
  await seedStaff(staff)
  await seedLastSeason({ candidates, ...known })
}

async function importRegions(
  offset: (json: any) => number,
  keep: { settings: boolean; windows: boolean }
) {
  const catalog = await keepCatalogVersion(seedDocument('catalog.json'))
  const { meta, regions } = seedDocument('regions.json')
  const year: number = meta.season
  for (const json of regions) {
    const moved = offset(json)
    await new ImportRegion().handle({
      json: moved === 0 ? json : withoutDates(json),
      catalog,
      year,
      current: true,
      offset: moved,
      keep,
    })
  }
  return { catalog, regions, year }
}
