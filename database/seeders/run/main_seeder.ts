import { BaseSeeder } from '@adonisjs/lucid/seeders'
import app from '@adonisjs/core/services/app'
import { ImportRegion } from '#app/administration/actions/import_region'
import { keepCatalogVersion } from '#app/catalog/catalog_versions'
import { clock } from '#app/shared/clock'
import { seedLastSeason } from '#database/demo/last_season'
import { offsetToOpen } from '#database/demo/move_windows'
import { demoPeople, seedDocument } from '#database/demo/people'
import { seedStaff } from '#database/demo/staff'
import env from '#start/env'

/**
 * The national base catalog and the six sample regions; in the demo also its people, and windows moved
 * so that uploading is open today. May run again at any time: what staff changed since stays.
 */
export default class MainSeeder extends BaseSeeder {
  async run() {
    const demo = env.get('KAOQU_DEMO', false)
    if (demo && env.get('DB_CONNECTION') !== 'sqlite' && !app.inTest) {
      throw new Error('The demo keeps to the embedded database: unset KAOQU_DEMO to seed this one')
    }
    const catalog = await keepCatalogVersion(seedDocument('catalog.json'))
    const { meta, regions } = seedDocument('regions.json')
    for (const json of regions) {
      await new ImportRegion().handle({
        json,
        catalog,
        year: meta.season,
        current: true,
        offset: demo ? offsetToOpen(json, clock.now()) : 0,
        keep: { settings: true, windows: !demo },
      })
    }
    if (!demo) return
    const { candidates, staff } = demoPeople()
    await seedStaff(staff)
    await seedLastSeason({ candidates, regions, catalog, year: meta.season })
  }
}
