import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { HttpContextFactory } from '@adonisjs/core/factories/http'
import { test } from '@japa/runner'
import env from '#start/env'
import { currentRegionId } from '#app/shared/region_context'
import { TENANT } from '#app/shared/tenancy/tables'
import Region from '#app/regions/models/region'
import RegionMiddleware from '#app/regions/middleware/region_middleware'
import { inAllRegions } from '#tests/support/all_regions'
import { AtDossier, storedObjects } from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { inSharedWorld } from '#tests/support/world'

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
      assert.isTrue(regions.has(region) || region === 'incoming', path)
      if (region === 'incoming' || !added.includes(path)) continue
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

  test('answers kept for repeated requests and audit entries are rows of a region', ({
    assert,
  }) => {
    for (const table of ['idempotency_keys', 'audit_entries', 'outbox', 'messages']) {
      assert.isTrue(TENANT.has(table), table)
    }
  })
})
