import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import type { Breach } from '#app/dossiers/integrity/breach'
import { readReferences } from '#app/dossiers/integrity/references'
import { verifyRegion } from '#app/dossiers/integrity/verify_region'
import { runInRegion } from '#app/shared/region_context'
import { TENANT } from '#app/shared/tenancy/tables'
import env from '#start/env'
import { AtDossier } from '#tests/support/dossiers'
import { dropImageLock, restoreImageLock } from '#tests/support/image_lock'
import { readSchema } from '#tests/functional/tenancy/schema'
import { inSharedWorld } from '#tests/support/world'
import { FAULTS, oldFile } from './faults.js'

const execute = promisify(execFile)

async function verify(region = 'sc'): Promise<Breach[]> {
  const found: Breach[] = []
  await runInRegion(region, async () => {
    for await (const breach of verifyRegion()) found.push(breach)
  })
  return found
}

/** As a person runs it: a process of its own, on our database and pictures. */
async function command(...args: string[]) {
  const options = { cwd: app.makePath(), env: { ...process.env, NO_COLOR: '1' } }
  try {
    const { stdout } = await execute(
      process.execPath,
      ['ace.js', 'verify:invariants', ...args],
      options
    )
    return { code: 0, stdout }
  } catch (error) {
    return error as { code: number; stdout: string }
  }
}

/** Faults come from outside of the application, as by somebody who dropped the triggers. */
async function pastTheLock(work: () => Promise<unknown>) {
  await dropImageLock()
  try {
    await work()
  } finally {
    await restoreImageLock()
  }
}

const images = () => join(env.get('DATA_DIR'), 'images')

test.group('The promises of reliability', (group) => {
  inSharedWorld(group)
  group.each.setup(() => {
    rmSync(images(), { recursive: true, force: true })
    return () => rmSync(images(), { recursive: true, force: true })
  })

  test('hold of a dossier in each state that people bring it to', async ({ assert }) => {
    const draft = await (await AtDossier.open()).fill()
    await draft.delete((await draft.rows('images'))[0].id)
    await (await AtDossier.open()).submitted()
    const again = await (await AtDossier.open()).returned('ID_RESIDENT')
    await again.delete((await again.rows('images'))[0].id)
    const passed = await (await AtDossier.open()).submitted()
    while ((await passed.row()).state !== 'approved') await passed.accept()
    assert.deepEqual(await verify(), [])
  })

  test('{invariant} is found broken: {named}')
    .with(FAULTS)
    .run(async ({ assert }, { invariant, plant }) => {
      const at = await (await AtDossier.open()).submitted()
      assert.deepEqual(await verify(), [])
      await pastTheLock(() => at.inRegion(() => plant(at)))
      const found = await verify()
      assert.include(
        found.map((breach) => breach.invariant),
        invariant,
        JSON.stringify(found)
      )
      assert.deepEqual(await verify('gd'), [], 'the other regions are well')
    })

  test('all references between tables of regions are followed', async ({ assert }) => {
    const known = (await readReferences()).map(
      ({ table, column, to }) => `${table}.${column} ${to}`
    )
    const expected: string[] = []
    for (const [table, { references }] of await readSchema()) {
      for (const { table: to, columns } of references) {
        if (TENANT.has(to)) expected.push(`${table}.${columns.at(-1)} ${to}`)
      }
    }
    assert.isAbove(known.length, 15)
    assert.sameMembers(known, expected)
  })
})

test.group('The command verify:invariants', (group) => {
  inSharedWorld(group)
  group.each.setup(() => {
    rmSync(images(), { recursive: true, force: true })
    return () => rmSync(images(), { recursive: true, force: true })
  })

  test('says that all is well, and of which region', async ({ assert }) => {
    await (await AtDossier.open()).submitted()
    const { code, stdout } = await command('--region', 'SC')
    assert.equal(code, 0, stdout)
    assert.equal(stdout, '1 regions, 0 promises broken\n')
  })

  test('names what is broken, and ends with 1', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const { id, seasonId } = await at.row()
    oldFile(join(images(), 'sc', seasonId, id, 'notes.txt'))
    oldFile(join(images(), 'incoming', 'half'))
    const { code, stdout } = await command()
    assert.equal(code, 1)
    assert.deepEqual(stdout.trim().split('\n').sort(), [
      '6 regions, 2 promises broken',
      'I3\t-\tincoming/half\tit is left over from an upload',
      `I3\tsc\tsc/${seasonId}/${id}/notes.txt\tno row belongs to it`,
    ])
    assert.equal(
      (await command('--region', 'GD')).code,
      1,
      'the file of no region is told of always'
    )
  })

  test('an unknown region is refused', async ({ assert }) => {
    const { code } = await command('--region', 'XX')
    assert.equal(code, 1)
  })
})
