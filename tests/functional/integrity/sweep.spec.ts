import { existsSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { v7 as uuid } from 'uuid'
import { DAY, HOUR } from '#app/core/time'
import CareForRegion from '#app/dossiers/actions/care_for_region'
import { purgeImages } from '#app/dossiers/sweep/purge_images'
import { sweepObjects } from '#app/dossiers/sweep/sweep_objects'
import drive from '@adonisjs/drive/services/main'
import { clock } from '#app/shared/clock'
import env from '#start/env'
import { AtDossier, rowsOf, storedObjects } from '#tests/support/dossiers'
import { inSharedWorld } from '#tests/support/world'
import { oldFile } from './faults.js'

const images = () => join(env.get('DATA_DIR'), 'images')

async function folderOf(at: AtDossier) {
  const { id, seasonId } = await at.row()
  return join(images(), 'sc', seasonId, id)
}

/** All files look as if they had been written then. */
function age(files: readonly string[], ms: number) {
  const then = (Date.now() - ms) / 1000
  for (const file of files) utimesSync(file, then, then)
}

/** As if the process died when it was about to delete its n-th object. */
async function dyingAt(n: number, work: () => Promise<unknown>) {
  const disk = drive.use('images')
  const remove = disk.delete.bind(disk)
  let left = n
  disk.delete = async (key: string) => {
    if (--left === 0) throw new Error('killed')
    return remove(key)
  }
  try {
    await work()
  } catch (error) {
    if ((error as Error).message !== 'killed') throw error
  } finally {
    Reflect.deleteProperty(disk, 'delete')
  }
}

test.group('The sweep of objects without rows', (group) => {
  inSharedWorld(group)
  group.each.setup(() => {
    rmSync(images(), { recursive: true, force: true })
    return () => rmSync(images(), { recursive: true, force: true })
  })

  test('takes what is older than a day, and leaves what has a row or is new', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).fill()
    const kept = storedObjects()
    age(kept, 90 * DAY)
    const folder = await folderOf(at)
    const orphans = [`${uuid()}.jpg`, `${uuid()}.thumbnail.jpg`, 'strange'].map((name) =>
      join(folder, name)
    )
    const left = join(images(), 'incoming', uuid())
    for (const file of [...orphans, left]) oldFile(file)
    const fresh = [join(folder, `${uuid()}.jpg`), join(images(), 'incoming', uuid())]
    for (const file of fresh) oldFile(file)
    age(fresh, 23 * HOUR)

    const swept = await at.inRegion(sweepObjects)
    assert.deepEqual(swept, { objects: 4, stopped: false })
    assert.deepEqual(storedObjects(), [...kept, ...fresh].sort())
  })

  test('another region’s objects are not looked at', async ({ assert }) => {
    const at = await AtDossier.open()
    const foreign = join(images(), 'gd', 'season', 'dossier', `${uuid()}.jpg`)
    oldFile(foreign)
    await at.inRegion(sweepObjects)
    assert.isTrue(existsSync(foreign))
  })

  test('a region without any object is fine', async ({ assert }) => {
    const at = await AtDossier.open()
    assert.deepEqual(await at.inRegion(sweepObjects), { objects: 0, stopped: false })
  })

  test('what a killed sweep left, the next one takes', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const kept = storedObjects()
    const folder = await folderOf(at)
    for (let n = 0; n < 5; n++) oldFile(join(folder, `${uuid()}.jpg`))
    await dyingAt(3, () => at.inRegion(sweepObjects))
    assert.lengthOf(storedObjects(), kept.length + 3)
    assert.equal((await at.inRegion(sweepObjects)).objects, 3)
    assert.deepEqual(storedObjects(), kept)
  })

  test('it stops where more is missing than crashes explain', async ({ assert }) => {
    const at = await AtDossier.open()
    const folder = await folderOf(at)
    for (let n = 0; n < 4; n++) oldFile(join(folder, `${uuid()}.jpg`))
    const swept = await at.inRegion(() => sweepObjects({ most: 3 }))
    assert.deepEqual(swept, { objects: 3, stopped: true })
    assert.lengthOf(storedObjects(), 1)
  })
})

test.group('Purging removed pictures', (group) => {
  inSharedWorld(group)
  group.each.setup(() => {
    rmSync(images(), { recursive: true, force: true })
    return () => rmSync(images(), { recursive: true, force: true })
  })
  group.each.teardown(() => clock.freeze(null))

  /** Removes the first picture and tells its id. */
  async function removeOne(at: AtDossier): Promise<string> {
    const [{ id }] = await at.rows('images')
    const { status } = await at.delete(id)
    if (status !== 200 && status !== 204) throw new Error(`not removed: ${status}`)
    return id
  }

  const later = (days: number) => clock.freeze(clock.now() + days * DAY)

  test('after a week a picture that was never submitted is gone, row and objects', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).fill()
    const id = await removeOne(at)
    const n = storedObjects().length
    later(6.9)
    assert.equal(await at.inRegion(purgeImages), 0)
    assert.lengthOf(await rowsOf('images', { id }), 1)
    later(0.2)
    assert.equal(await at.inRegion(purgeImages), 1)
    assert.isEmpty(await rowsOf('images', { id }))
    assert.lengthOf(storedObjects(), n - 2)
    assert.isEmpty(storedObjects().filter((file) => file.includes(id)))
  })

  test('what was submitted once is kept, also when it was replaced later', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('ID_RESIDENT')
    const card = await at.item('ID_RESIDENT')
    const { id } = card.images[0]
    await at.delete(id)
    later(400)
    assert.equal(await at.inRegion(purgeImages), 0)
    assert.lengthOf(await rowsOf('images', { id }), 1)
    assert.lengthOf(
      storedObjects().filter((file) => file.includes(id)),
      2
    )
  })

  test('pictures that are there stay, however old', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    later(400)
    assert.equal(await at.inRegion(purgeImages), 0)
  })

  test('killed between row and object, the object is swept', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const id = await removeOne(at)
    later(8)
    await dyingAt(1, () => at.inRegion(purgeImages))
    assert.isEmpty(await rowsOf('images', { id }))
    assert.isNotEmpty(storedObjects().filter((file) => file.includes(id)))
    await at.inRegion(sweepObjects)
    assert.isEmpty(storedObjects().filter((file) => file.includes(id)))
  })

  test('a night sweeps, purges, forgets old answers and finds nothing broken', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).fill()
    await at.submit({ key: 'one-submission' })
    const other = await (await AtDossier.open()).fill()
    await removeOne(other)
    later(8)
    oldFile(join(await folderOf(at), `${uuid()}.jpg`))
    const night = await at.inRegion(() => new CareForRegion().handle())
    assert.deepInclude(night, { swept: { objects: 1, stopped: false }, purged: 1, answers: 1 })
    assert.deepEqual(night.breaches, [])
    assert.lengthOf(await rowsOf('idempotency_keys', { key: 'one-submission' }), 0)
  })
})
