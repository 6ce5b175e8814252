import { test } from '@japa/runner'
import sharp from 'sharp'
import { picture, PICTURES } from '#tests/support/pictures'
import { fitBytes, type FitLimits } from '../../../inertia/composables/prepare/fit_bytes.js'

const KB = 1024
const limits = (max: number, more: Partial<FitLimits> = {}): FitLimits => ({
  maxBytes: max * KB,
  minBytes: null,
  minShortSide: 600,
  ...more,
})

/** An encoder whose files grow with pixels and quality, and what it was asked. */
function encoder(natural: { width: number; height: number }, bytesAtBest: number) {
  const asked: { scale: number; quality: number }[] = []
  const encode = async (scale: number, quality: number) => {
    asked.push({ scale, quality })
    return { size: Math.round(bytesAtBest * scale ** 2 * quality ** 2.5) }
  }
  return { natural, encode, asked }
}

test.group('Fitting a picture into so many bytes', () => {
  test('a photograph of 12 MP: within the limit and close to it, at the useful size', async ({
    assert,
  }) => {
    const { natural, encode, asked } = encoder({ width: 4000, height: 3000 }, 6000 * KB)
    const fit = await fitBytes(natural, limits(200), encode)
    assert.isTrue(fit.ok)
    if (!fit.ok) return
    assert.isAtMost(fit.encoded.size, 200 * KB)
    assert.isAbove(fit.encoded.size, 180 * KB)
    assert.approximately(fit.scale, 0.4, 1e-9)
    assert.isAtMost(asked.length, 6, 'each costs time')
  })

  test('where quality would fall too low, the size goes down, never below the shortest side', async ({
    assert,
  }) => {
    const { natural, encode } = encoder({ width: 4000, height: 3000 }, 9000 * KB)
    const fit = await fitBytes(natural, limits(60), encode)
    assert.isTrue(fit.ok)
    if (!fit.ok) return
    assert.isBelow(fit.scale, 0.4)
    assert.isAtLeast(fit.scale * 3000, 599.9)
    assert.isAtLeast(fit.quality, 0.3)
    assert.isAtMost(fit.encoded.size, 60 * KB)
  })

  test('what does not fit at any legible quality is told', async ({ assert }) => {
    const { natural, encode } = encoder({ width: 4000, height: 3000 }, 900_000 * KB)
    assert.deepEqual(await fitBytes(natural, limits(200), encode), {
      ok: false,
      because: 'too_many_bytes',
    })
  })

  test('too few pixels are not enlarged', async ({ assert }) => {
    const { natural, encode, asked } = encoder({ width: 900, height: 500 }, 100 * KB)
    assert.deepEqual(await fitBytes(natural, limits(200), encode), {
      ok: false,
      because: 'too_few_pixels',
    })
    assert.isEmpty(asked)
  })

  test('a lower limit is met with quality, then with pixels', async ({ assert }) => {
    const { natural, encode } = encoder({ width: 3200, height: 2400 }, 150 * KB)
    const fit = await fitBytes(natural, limits(120, { minBytes: 50 * KB }), encode)
    assert.isTrue(fit.ok)
    if (!fit.ok) return
    assert.isAtLeast(fit.encoded.size, 50 * KB)
    assert.isAtMost(fit.encoded.size, 120 * KB)
    assert.isAbove(fit.scale, 0.5)
  })

  test('a picture that never has so many bytes is told', async ({ assert }) => {
    const { natural, encode } = encoder({ width: 900, height: 700 }, 20 * KB)
    assert.deepEqual(await fitBytes(natural, limits(120, { minBytes: 50 * KB }), encode), {
      ok: false,
      because: 'too_few_bytes',
    })
  })

  test('real documents, drawn to 12 MP, fit 200, 120 and 60 KB', async ({ assert }) => {
    for (const name of PICTURES.slice(0, 3)) {
      const large = await sharp(picture(name)).resize(4000).toBuffer()
      const { width, height } = await sharp(large).metadata()
      for (const max of [200, 120, 60]) {
        const fit = await fitBytes({ width, height }, limits(max), async (scale, quality) => {
          const file = await sharp(large)
            .resize(Math.round(width * scale))
            .jpeg({ quality: Math.round(quality * 100) })
            .toBuffer()
          return { size: file.length }
        })
        assert.isTrue(fit.ok, `${name} in ${max} KB`)
        if (fit.ok) assert.isAtMost(fit.encoded.size, max * KB)
      }
    }
  }).timeout(60_000)
})
