import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  countRefusal,
  judgeImage,
  NATIONAL_MAX_BYTES,
  tighten,
  type MeasuredImage,
} from '#app/core/image_rules'
import type { ImageRules } from '#app/core/release'
import { releaseOf } from './fixtures.js'

const KB = 1024
const sichuan = releaseOf('SC').imageRules
const guangdong = releaseOf('GD').imageRules
const good: MeasuredImage = {
  bytes: 100 * KB,
  format: 'jpeg',
  width: 1600,
  height: 1200,
  uniform: false,
  grey: false,
  orientation: 1,
}

test.group('Image rules', () => {
  const table: [string, ImageRules, Partial<MeasuredImage>, string[], string[]][] = [
    ['a good picture', sichuan, {}, [], []],
    ['exactly 200 × 1024 bytes', sichuan, { bytes: 200 * KB }, [], []],
    ['one byte more', sichuan, { bytes: 200 * KB + 1 }, ['IMAGE_TOO_LARGE'], []],
    ['exactly Guangdong’s 120 KB', guangdong, { bytes: 120 * KB }, [], []],
    ['more than Guangdong takes', guangdong, { bytes: 121 * KB }, ['IMAGE_TOO_LARGE'], []],
    ['exactly Guangdong’s 50 KB', guangdong, { bytes: 50 * KB }, [], []],
    ['less than Guangdong takes', guangdong, { bytes: 50 * KB - 1 }, ['IMAGE_TOO_SMALL_BYTES'], []],
    ['no bytes at all', sichuan, { bytes: 0, format: null }, ['IMAGE_EMPTY'], []],
    ['what is neither JPEG nor PNG', sichuan, { format: null }, ['IMAGE_FORMAT'], []],
    ['a PNG', sichuan, { format: 'png' }, [], []],
    ['a PNG where only JPEG is taken', guangdong, { format: 'png' }, ['IMAGE_FORMAT'], []],
    ['a structure that cannot be read', sichuan, { width: null }, ['IMAGE_DAMAGED'], []],
    ['a short side of 600', sichuan, { height: 600 }, [], []],
    ['a short side of 599', sichuan, { height: 599 }, ['IMAGE_SHORT_SIDE'], []],
    ['a narrow upright picture', sichuan, { width: 400, height: 2000 }, ['IMAGE_SHORT_SIDE'], []],
    ['one colour all over', sichuan, { uniform: true }, ['IMAGE_BLANK'], []],
    ['grey where colour is not asked', sichuan, { grey: true }, [], []],
    ['grey where colour is asked', guangdong, { grey: true }, [], ['IMAGE_NOT_COLOUR']],
    ['turned by its EXIF', sichuan, { orientation: 6 }, [], ['IMAGE_TURNED']],
    [
      'too large and too small in one',
      sichuan,
      { bytes: 300 * KB, height: 10 },
      ['IMAGE_TOO_LARGE', 'IMAGE_SHORT_SIDE'],
      [],
    ],
  ]
  for (const [title, rules, change, refusals, warnings] of table) {
    test(title, ({ assert }) => {
      const got = judgeImage(rules, { ...good, ...change })
      assert.deepEqual(
        got.refusals.map(({ code }) => code),
        refusals
      )
      assert.deepEqual(
        got.warnings.map(({ code }) => code),
        warnings
      )
    })
  }

  test('a refusal never says that 200 KB is more than 200 KB', ({ assert }) => {
    const [refusal] = judgeImage(sichuan, { ...good, bytes: 200 * KB + 1 }).refusals
    assert.deepEqual(refusal.params, { kb: 201, maxKb: 200 })
  })

  test('no rules of any region or material let more than the national limit through', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(1000), (maxBytes, maxKb) => {
        const rules = tighten({ ...sichuan, maxBytes }, { maxKb })
        const { refusals } = judgeImage(
          { ...sichuan, maxBytes },
          { ...good, bytes: NATIONAL_MAX_BYTES + 1 }
        )
        return rules.maxBytes <= NATIONAL_MAX_BYTES && refusals.length > 0
      })
    )
  })

  test('a fixed number of images stops at that number', ({ assert }) => {
    assert.isNull(countRefusal(1, 2))
    assert.deepEqual(countRefusal(2, 2), { code: 'IMAGE_COUNT', params: { max: 2 } })
  })
})
