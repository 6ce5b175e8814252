import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import app from '@adonisjs/core/services/app'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import { HttpContextFactory } from '@adonisjs/core/factories/http'
import { test } from '@japa/runner'
import env from '#start/env'
import { currentRegionId, runInRegion } from '#app/shared/region_context'
import { PLATFORM, TENANT } from '#app/shared/tenancy/tables'
import { releaseDocument } from '#app/catalog/releases'
import { countUpload } from '#app/dossiers/handovers'
import Handover from '#app/dossiers/models/handover'
import { CheckSecondFactor } from '#app/identity/actions/check_second_factor'
import { currentSeason } from '#app/regions/queries/current_season'
import { SeasonChanges } from '#app/regions/season_changes'
import Region from '#app/regions/models/region'
import RegionMiddleware from '#app/regions/middleware/region_middleware'
import { inAllRegions } from '#tests/support/all_regions'
import { AtDossier, storedObjects } from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { inSharedWorld, newStaff } from '#tests/support/world'

/** What still arrives, and the national catalog's drawings: no words of the addresses' regions. */
const OF_NO_REGION = ['incoming', '_samples']

test.group('What is kept outside of rows carries its region', (group) => {
  inSharedWorld(group)

  test('each stored object lies below its region, and its row says the same', async ({
    assert,
  }) => {
    const before = new Set(storedObjects())
    const at = await AtDossier.open()
    await at.upload('ID_RESIDENT', picture())
    const folder = join(env.get('DATA_DIR'), 'images')
    const added = storedObjects().filter((path) => !before.has(path))
    assert.isAbove(added.length, 1)
    const regions = new Set((await Region.all()).map(({ id }) => id))
    for (const path of storedObjects()) {
      const [region, ...rest] = relative(folder, path).split(sep)
      assert.isTrue(regions.has(region) || OF_NO_REGION.includes(region), path)
      if (OF_NO_REGION.includes(region) || !added.includes(path)) continue
      const id = rest.at(-1)!.split('.')[0]
      const rows = await inAllRegions(() => db.from('images').where('id', id))
      assert.deepEqual(
        rows.map((row) => row.region_id),
        [region]
      )
    }
  })

  test('log lines of a request in a region name it', async ({ assert }) => {
    const lines: string[] = []
    const ctx = new HttpContextFactory().create()
    ctx.params = { region: 'sc' }
    ctx.logger = {
      child: (bindings: object) => (lines.push(JSON.stringify(bindings)), ctx.logger),
    } as any
    await new RegionMiddleware().handle(ctx, async () => assert.equal(currentRegionId(), 'sc'))
    assert.deepEqual(lines, ['{"region":"sc"}'])
  })

  test('each job is of a region', ({ assert }) => {
    const files = globSync('app/*/jobs/**/*.ts', { cwd: app.makePath() })
    assert.isNotEmpty(files)
    for (const file of files) {
      assert.match(readFileSync(app.makePath(file), 'utf8'), /extends RegionJob</, file)
    }
  })

  test('each limiter key begins with its region, or says that it is the platform’s', async ({
    assert,
    client,
  }) => {
    const { keys, restore } = recordLimiterKeys()
    try {
      const form = { login: 'nobody', password: 'wrong horse battery' }
      await client.post('/staff/login').withCsrfToken().redirects(0).form(form)
      await new CheckSecondFactor().handle({
        staff: await newStaff('factor'),
        code: '000000',
        address: '127.0.0.1',
      })
      const at = await AtDossier.open('gd', 'p03')
      await at.tab.post('/gd/dossier/handovers', {})
      await at.inRegion(async () => countUpload(await Handover.firstOrFail()))
    } finally {
      restore()
    }
    const whose = new Set(keys.map((key) => key.slice(0, key.indexOf(': '))))
    assert.deepEqual([...whose].sort(), ['gd', 'platform'])
    assert.isAtLeast(keys.length, 8)
  })

  test('nothing else counts, keeps or caches on its own', ({ assert }) => {
    const users = (pattern: RegExp) =>
      globSync('app/**/*.ts', { cwd: app.makePath() })
        .filter((file) => pattern.test(readFileSync(app.makePath(file), 'utf8')))
        .sort()
    assert.deepEqual(users(/@adonisjs\/limiter\/services/), [
      'app/dossiers/handovers.ts',
      'app/identity/throttle.ts',
    ])
    // Locks and caches of the framework would need keys of their own: there are none.
    assert.deepEqual(users(/@adonisjs\/(?:lock|cache|transmit)\/services/), [])
  })

  test('what is cached of one region is not there for another', async ({ assert }) => {
    const releaseId = await runInRegion('sc', async () => {
      const { currentReleaseId } = (await currentSeason())!.season
      await releaseDocument(currentReleaseId!)
      return currentReleaseId!
    })
    await assert.rejects(() => runInRegion('gd', () => releaseDocument(releaseId)), 'Row not found')
  })

  test('who listens to one region’s season hears nothing of another’s', async ({ assert }) => {
    let revision = 1
    const changes = new SeasonChanges(async (regionId) => `${regionId} ${revision}`)
    const heard: string[] = []
    const stop = changes.listen('sc', (told) => heard.push(told))!
    revision++
    await changes.announce('gd')
    await changes.announce('sc')
    stop()
    assert.deepEqual(heard, ['sc 2'])
  })

  test('a session is a person’s, and no region’s: which one is meant the address says', ({
    assert,
  }) => {
    assert.isTrue(PLATFORM.has('sessions'))
    assert.isFalse(TENANT.has('sessions'))
  })

  test('answers kept for repeated requests and audit entries are rows of a region', ({
    assert,
  }) => {
    for (const table of ['idempotency_keys', 'audit_entries', 'outbox', 'messages']) {
      assert.isTrue(TENANT.has(table), table)
    }
  })
})

/** Everything that is counted from now on, by the key that it is counted under. */
function recordLimiterKeys() {
  const keys: string[] = []
  const { use } = limiter
  limiter.use = ((...args: Parameters<typeof use>) => {
    const limit = use.apply(limiter, args)
    const consume = limit.consume.bind(limit)
    limit.consume = (key) => {
      keys.push(String(key))
      return consume(key)
    }
    return limit
  }) as typeof use
  return { keys, restore: () => (limiter.use = use) }
}
