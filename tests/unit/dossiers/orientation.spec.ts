import { test } from '@japa/runner'
import sharp from 'sharp'
import { walkJpeg } from '#app/dossiers/images/jpeg'
import { orientationIn } from '#app/dossiers/images/orientation'
import { exifOrientation, withSegments } from '#tests/support/jpeg_parts'
import { picture } from '#tests/support/pictures'

test.group('EXIF orientation', () => {
  for (const order of ['II', 'MM'] as const) {
    test(`is read as the decoder reads it, ${order}`, async ({ assert }) => {
      for (const value of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255]) {
        const jpeg = withSegments(picture(), exifOrientation(value, order))
        const walked = walkJpeg(jpeg)
        const { orientation = 1 } = await sharp(jpeg).metadata()
        const expected = value >= 1 && value <= 8 ? value : 1
        assert.equal(orientation >= 1 && orientation <= 8 ? orientation : 1, expected)
        assert.equal(walked.fault === null && walked.orientation, expected)
      }
    })
  }

  test('of a broken block is none', ({ assert }) => {
    const whole = exifOrientation(6).subarray(10)
    assert.equal(orientationIn(whole), 6)
    for (let length = 0; length < 20; length++) {
      assert.equal(orientationIn(whole.subarray(0, length)), 1, `${length} bytes`)
    }
    const far = Buffer.from(whole)
    far.writeUInt32LE(0xffff_fff0, 4)
    assert.equal(orientationIn(far), 1)
    const long = Buffer.from(whole)
    long.writeUInt16LE(4, 12)
    assert.equal(orientationIn(long), 1, 'a LONG is no SHORT')
  })
})
