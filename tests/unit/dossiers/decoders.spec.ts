import { test } from '@japa/runner'
import sharp from 'sharp'
import { assertDecoders } from '#app/dossiers/images/decoders'
import { hostile } from '#tests/support/dossiers'

test.group('Decoders', () => {
  test('of a proven libvips, for JPEG and PNG only', async ({ assert }) => {
    assert.match(await assertDecoders(), /^8\.\d+\.\d+$/)
    for (const name of ['webp-named.jpg', 'svg-named.png']) {
      await assert.rejects(() => sharp(hostile(name)).metadata(), /unsupported image format/)
    }
  })

  test('a server with one loader more does not start', async ({ assert, cleanup }) => {
    cleanup(() => sharp.block({ operation: ['VipsForeignLoadWebp'] }))
    sharp.unblock({ operation: ['VipsForeignLoadWebp'] })
    await assert.rejects(() => assertDecoders(), /opens webp files/)
  })

  test('a server without one of the two does not start', async ({ assert, cleanup }) => {
    cleanup(() => sharp.unblock({ operation: ['VipsForeignLoadPng'] }))
    sharp.block({ operation: ['VipsForeignLoadPng'] })
    await assert.rejects(() => assertDecoders(), /does not open png files/)
  })
})
