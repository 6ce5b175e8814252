import { test } from '@japa/runner'
import { judgeImage } from '#app/core/image_rules'
import { inspectImage } from '#app/dossiers/images/inspect'
import { hostileFiles, type HostileFile } from '#tests/support/hostile_files'
import { manyScans } from '#tests/support/jpeg_parts'
import { DOCUMENTS, goodPictures } from '#tests/support/good_pictures'
import { NATIONAL_RULES } from '#tests/support/national_rules'
import { flat } from '#tests/support/png_parts'

async function judged(bytes: Buffer) {
  const { measured } = await inspectImage(bytes)
  return judgeImage(NATIONAL_RULES, measured).refusals.map(({ code }) => code)
}

test.group('Hostile files', (group) => {
  let files: HostileFile[]
  group.setup(async () => {
    files = await hostileFiles()
  })

  test('each of them is refused, and for the right reason', async ({ assert }) => {
    assert.isAbove(files.length, 250)
    assert.equal(new Set(files.map(({ name }) => name)).size, files.length)
    for (const { name, bytes, code } of files) {
      assert.isAtMost(bytes.length, 204_800, `${name} would be refused by its size alone`)
      assert.deepEqual(await judged(bytes), [code], name)
    }
  }).timeout(60_000)

  test('other seeds damage other places', async ({ assert }) => {
    const others = await hostileFiles(2)
    const differ = others.filter(({ bytes }, i) => !bytes.equals(files[i].bytes))
    assert.isAbove(differ.length, 10)
    for (const { name, bytes, code } of differ) assert.deepEqual(await judged(bytes), [code], name)
  }).timeout(60_000)

  test('a bomb costs at most 10 ms of processor time', async ({ assert }) => {
    const bombs = {
      '500 scans of 25 megapixels': manyScans(5_000, 5_000, 500),
      '5 scans of 25 megapixels': manyScans(5_000, 5_000, 5),
      '20 scans of 9 megapixels': manyScans(3_000, 3_000, 20),
      '160 megapixels': flat(16_000, 10_000, { colour: 0, bits: 1 }),
      '25 megapixels of one colour': flat(5_000, 5_000),
      'an interlaced bomb': flat(2_500, 2_500, { interlace: 1 }),
    }
    for (const [name, bytes] of Object.entries(bombs)) {
      assert.isBelow(await leastCpuMs(() => judged(bytes)), 10, name)
      assert.deepEqual(await judged(bytes), ['IMAGE_DAMAGED'], name)
    }
  })
})

/** The least of several runs: what else the machine does is not the bomb's. */
async function leastCpuMs(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity
  for (let n = 0; n < 5; n++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

test.group('Good pictures', () => {
  test('two dozen documents', ({ assert }) => {
    assert.lengthOf(Object.keys(DOCUMENTS), 24)
  })

  for (const [i, name] of Object.keys(DOCUMENTS).entries()) {
    test(`${name} is accepted, however it was written`, async ({ assert }) => {
      const pictures = await goodPictures(name, i)
      assert.isAbove(pictures.length, 25)
      for (const { name: kind, bytes } of pictures) assert.deepEqual(await judged(bytes), [], kind)
    }).timeout(60_000)
  }
})
