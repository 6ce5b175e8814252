import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { inertiaApiClient } from '@adonisjs/inertia/plugins/api_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import * as reports from '@japa/runner/reporters'
import type { Config } from '@japa/runner/types'
import { chromium } from 'playwright'
import { portal } from '#tests/support/browser_portal'
import { totals } from '#tests/support/totals_reporter'

export const plugins: Config['plugins'] = [
  assert(),
  pluginAdonisJS(app),
  apiClient(),
  sessionApiClient(app),
  authApiClient(app),
  shieldApiClient(),
  inertiaApiClient(app),
  browserClient({
    runInSuites: ['browser'],
    launcher: (options) =>
      chromium.launch({
        ...options,
        executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
        args: [
          ...['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
          '--disable-background-networking',
        ],
      }),
  }),
]

/** `npm test` adds `totals`, to sum several runs up (bin/run_tests.js). */
export const reporters: Config['reporters'] = {
  activated: ['spec'],
  list: [reports.spec(), reports.dot(), reports.ndjson(), reports.github(), totals],
}

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [],
  teardown: [],
}

/**
 * Unit tests need no database, the browser's journeys have a portal of their own; all others get the
 * database migrated once, and the server started where they ask it.
 */
export const configureSuite: Config['configureSuite'] = (suite) => {
  if (suite.name === 'unit') return
  if (suite.name === 'browser') {
    suite.setup(async () => {
      suite.teardown(() => portal.stop())
      await portal.start()
    })
    return
  }
  suite.setup(migrate)
  if (suite.name !== 'model') suite.setup(() => testUtils.httpServer().start())
}

/**
 * The database is this run's alone and needs no lock. The library's would be taken on one connection of
 * the pool and given back on whichever is free then, which fails as soon as anything else has asked meanwhile.
 */
async function migrate() {
  const run = async (command: string) => {
    const ace = await app.container.make('ace')
    const flags = ['--compact-output', '--no-schema-generate', '--disable-locks']
    const { exitCode, error } = await ace.exec(command, flags)
    if (exitCode) throw error ?? new Error(`${command} failed`)
  }
  await run('migration:run')
  return () => run('migration:reset')
}
