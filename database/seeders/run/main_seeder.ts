import app from '@adonisjs/core/services/app'
import { BaseSeeder } from '@adonisjs/lucid/seeders'
import { seedDemo, seedSampleRegions } from '#database/demo/seed'
import env from '#start/env'

/** May run again at any time: what staff changed since stays. */
export default class MainSeeder extends BaseSeeder {
  async run() {
    if (!env.get('KAOQU_DEMO')) return seedSampleRegions()
    if (env.get('DB_CONNECTION') !== 'sqlite' && !app.inTest) {
      throw new Error('The demo keeps to the embedded database: unset KAOQU_DEMO to seed this one')
    }
    await seedDemo()
  }
}
