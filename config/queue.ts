import { defineConfig, drivers } from '@adonisjs/queue'
import app from '@adonisjs/core/services/app'
import env from '#start/env'

/** Jobs live in the database beside the outbox: what is queued survives a restart. */
export default defineConfig({
  default: app.inTest ? 'sync' : 'database',
  adapters: {
    database: drivers.database({ connectionName: env.get('DB_CONNECTION') }),
    sync: drivers.sync(),
  },
  worker: {
    // On SQLite the worker shares the one connection with the requests.
    concurrency: env.get('DB_CONNECTION') === 'sqlite' ? 1 : 4,
    idleDelay: '1s',
    // In the web process the provider stops it; `queue:work` listens to signals itself.
    gracefulShutdown: app.getEnvironment() === 'console',
  },
  locations: [`${app.makePath('app')}/*/jobs/**/*.{ts,js}`],
})
