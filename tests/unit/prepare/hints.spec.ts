import { test } from '@japa/runner'
import sharp from 'sharp'
import { picture, PICTURES } from '#tests/support/pictures'
import { hintsFor, HINT_SIDE, type Looked } from '../../../inertia/composables/prepare/hints.js'

async function look(bytes: Buffer, more: Partial<Looked> = {}) {
  const { data, info } = await sharp(bytes)
    .resize(HINT_SIDE, HINT_SIDE, { fit: 'inside' })
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const luma = { width: info.width, height: info.height, values: new Uint8Array(data) }
  return hintsFor({ luma, shortSide: 1200, minShortSide: 600, orientation: 1, ...more })
}

test.group('Hints about a picture', () => {
  for (const name of PICTURES) {
    test(`${name}: nothing as it is, nor a little soft; blurred when it is hard to read`, async ({
      assert,
    }) => {
      assert.deepEqual(await look(picture(name)), [])
      assert.deepEqual(await look(await sharp(picture(name)).blur(1.5).toBuffer()), [])
      assert.deepEqual(await look(await sharp(picture(name)).blur(3.5).toBuffer()), ['blurred'])
    })
  }

  test('dark where even the paper is', async ({ assert }) => {
    const dark = await sharp(picture('form-03')).linear(0.22, 0).toBuffer()
    assert.deepEqual(await look(dark), ['dark'])
  })

  test('tiny where it only just passes; turned by its EXIF', async ({ assert }) => {
    assert.deepEqual(await look(picture(), { shortSide: 640 }), ['tiny'])
    assert.deepEqual(await look(picture(), { shortSide: 413, minShortSide: 295 }), [])
    assert.deepEqual(await look(picture(), { orientation: 6 }), ['turned'])
  })
})
