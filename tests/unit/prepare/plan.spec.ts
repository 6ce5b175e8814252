import { test } from '@japa/runner'
import sharp from 'sharp'
import { hostile } from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { fileFacts } from '../../../inertia/composables/prepare/file_facts.js'
import { planFor, type PlanRules } from '../../../inertia/composables/prepare/plan.js'

const RULES: PlanRules = {
  formats: ['jpg', 'jpeg', 'png'],
  maxBytes: 200 * 1024,
  minBytes: null,
  minShortSide: 600,
}
const SIZE = { width: 1600, height: 1200 }
const JPEG = { kind: 'jpeg', orientation: 1, animated: false } as const
const plan = (bytes: number, facts: object = {}, rules: Partial<PlanRules> = {}, size = SIZE) =>
  planFor(bytes, { ...JPEG, ...facts }, size, { ...RULES, ...rules })

test.group('What a chosen file is', () => {
  test('by its first bytes', async ({ assert }) => {
    const kindOf = (bytes: Uint8Array) => fileFacts(new Uint8Array(bytes)).kind
    const drawn = sharp(picture()).resize(64)
    assert.equal(kindOf(picture()), 'jpeg')
    assert.equal(kindOf(await drawn.clone().png().toBuffer()), 'png')
    assert.equal(kindOf(await drawn.clone().webp().toBuffer()), 'webp')
    assert.equal(kindOf(await drawn.clone().avif().toBuffer()), 'avif')
    assert.equal(kindOf(await drawn.clone().tiff().toBuffer()), 'tiff')
    assert.equal(kindOf(Buffer.from('%PDF-1.7\n')), 'pdf')
    assert.equal(kindOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')), 'heic')
    assert.isNull(kindOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))
    assert.isNull(kindOf(Buffer.alloc(0)))
  })

  test('the EXIF turn of a JPEG, in both byte orders, or none', async ({ assert }) => {
    for (const orientation of [1, 3, 6, 8]) {
      const turned = await sharp(picture()).withMetadata({ orientation }).jpeg().toBuffer()
      assert.equal(fileFacts(new Uint8Array(turned)).orientation, orientation)
    }
    const big = Buffer.from(
      'ffd8ffe100224578696600004d4d002a00000008000101120003000000010006000000000000',
      'hex'
    )
    assert.equal(fileFacts(new Uint8Array(big)).orientation, 6)
    assert.equal(fileFacts(new Uint8Array(picture())).orientation, 1)
    const cut = await sharp(picture()).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    for (let length = 0; length < 200; length++) {
      assert.isAtMost(fileFacts(new Uint8Array(cut.subarray(0, length))).orientation, 8)
    }
  })

  test('animations', ({ assert }) => {
    assert.isTrue(fileFacts(new Uint8Array(hostile('apng.png'))).animated)
    assert.isTrue(fileFacts(new Uint8Array(Buffer.from('GIF89a'))).animated)
    assert.isFalse(fileFacts(new Uint8Array(hostile('ok-small.png'))).animated)
  })
})

test.group('What becomes of it', () => {
  test('what the rules allow is sent as it is', ({ assert }) => {
    assert.deepEqual(plan(200 * 1024), { do: 'send' })
    assert.deepEqual(plan(1000, { kind: 'png' }), { do: 'send' })
  })

  test('too large, too small, another format and turned are prepared', ({ assert }) => {
    assert.deepEqual(plan(200 * 1024 + 1), { do: 'prepare', because: 'too_large' })
    const small = plan(40_000, {}, { minBytes: 50 * 1024 })
    assert.deepEqual(small, { do: 'prepare', because: 'too_small' })
    assert.deepEqual(plan(1000, { kind: 'webp' }), { do: 'prepare', because: 'format' })
    const onlyJpeg = plan(1000, { kind: 'png' }, { formats: ['jpg'] })
    assert.deepEqual(onlyJpeg, { do: 'prepare', because: 'format' })
    assert.deepEqual(plan(1000, { orientation: 6 }), { do: 'prepare', because: 'turned' })
  })

  test('what cannot be opened, moves, or has too few pixels is explained', ({ assert }) => {
    const why = (facts: object, size: typeof SIZE | null = null) =>
      planFor(1000, { ...JPEG, ...facts }, size, RULES)
    assert.deepEqual(why({ kind: 'heic' }), { do: 'explain', why: 'heic' })
    assert.deepEqual(why({ kind: 'pdf' }), { do: 'explain', why: 'pdf' })
    assert.deepEqual(why({ kind: null }), { do: 'explain', why: 'unreadable' })
    assert.deepEqual(why({}), { do: 'explain', why: 'unreadable' })
    assert.deepEqual(why({ animated: true }, SIZE), { do: 'explain', why: 'animated' })
    const small = why({}, { width: 900, height: 599 })
    assert.deepEqual(small, { do: 'explain', why: 'few_pixels' })
  })
})
