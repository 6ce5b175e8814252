import { readFile, stat } from 'node:fs/promises'
import { test } from '@japa/runner'
import sharp from 'sharp'

interface Entry {
  code: string
  places: Record<string, string>
  width: number
  height: number
}

const SAMPLES = new URL('../../public/samples/', import.meta.url)
const CATALOG = new URL('../../database/seeders/data/catalog.json', import.meta.url)
const BAD = ['bad/glare.jpg', 'bad/crop.jpg', 'bad/turned.jpg']
const LIMIT = 4 * 1024 * 1024

async function readJson<T>(url: URL): Promise<T> {
  return JSON.parse(await readFile(url, 'utf8'))
}

async function sizeOf(file: string): Promise<number> {
  const { size } = await stat(new URL(file, SAMPLES))
  return size
}

async function readSamples() {
  const entries = await readJson<Entry[]>(new URL('index.json', SAMPLES))
  return { entries, files: [...entries.flatMap(({ places }) => Object.values(places)), ...BAD] }
}

test.group('Samples', () => {
  test('every material has a picture for each of its places', async ({ assert }) => {
    const { materials } = await readJson<{ materials: { code: string; slots: string[] }[] }>(
      CATALOG
    )
    const { entries } = await readSamples()
    assert.lengthOf(materials, 54)
    assert.deepEqual(
      entries.map(({ code, places }) => [code, Object.keys(places)]),
      materials.map(({ code, slots }) => [code, slots.length ? slots : ['']])
    )
  })

  test('every picture decodes as a JPEG without EXIF, as large as the index says', async ({
    assert,
  }) => {
    const { entries, files } = await readSamples()
    const listed = new Map(
      entries.flatMap(({ places, width, height }) =>
        Object.values(places).map((file) => [file, `${width}x${height}`])
      )
    )
    for (const file of files) {
      const image = sharp(await readFile(new URL(file, SAMPLES)), { failOn: 'warning' })
      const { format, exif, width, height } = await image.metadata()
      assert.equal(format, 'jpeg', file)
      assert.isUndefined(exif, file)
      assert.equal(listed.get(file) ?? `${width}x${height}`, `${width}x${height}`, file)
      assert.isTrue(Math.max(width, height) >= 800 && Math.max(width, height) <= 1000, file)
      const { channels } = await image.stats()
      assert.isAbove(Math.max(...channels.map(({ stdev }) => stdev)), 10, `${file} is blank`)
    }
  }).timeout(30_000)

  test('a sample of each common fault is there', async ({ assert }) => {
    for (const file of BAD) {
      assert.isAbove(await sizeOf(file), 0, file)
    }
  })

  test('all pictures together stay under 4 MB', async ({ assert }) => {
    const { files } = await readSamples()
    const sizes = await Promise.all(files.map(sizeOf))
    const total = sizes.reduce((sum, size) => sum + size, 0)
    assert.isBelow(total, LIMIT)
  })
})
