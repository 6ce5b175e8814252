import { test } from '@japa/runner'
import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import {
  AtDossier,
  hostile,
  HOSTILE,
  noise,
  pictureBelow,
  pictureOf,
  sha256,
  storedImage,
  storedObjects,
} from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { inSharedWorld } from '#tests/support/world'

const VERDICTS: Record<string, 'accept' | 'refuse'> = JSON.parse(hostile('hostile.json').toString())

/** What each refused file is told; what is not here is a damaged picture. */
const CODES: Record<string, string> = {
  'blank-white.jpg': 'IMAGE_BLANK',
  'dim-tiny-16x16.jpg': 'IMAGE_SHORT_SIDE',
  'empty.jpg': 'IMAGE_EMPTY',
  'pdf-named.jpg': 'IMAGE_FORMAT',
  'svg-named.png': 'IMAGE_FORMAT',
  'text.jpg': 'IMAGE_FORMAT',
  'webp-named.jpg': 'IMAGE_FORMAT',
}

test.group('Hostile files', (group) => {
  inSharedWorld(group)

  test('each has its verdict', ({ assert }) => {
    assert.sameMembers(
      readdirSync(HOSTILE).filter((name) => name !== 'hostile.json'),
      Object.keys(VERDICTS)
    )
  })

  for (const [name, verdict] of Object.entries(VERDICTS)) {
    test(`${name}: ${verdict}`, async ({ assert }) => {
      const at = await AtDossier.open()
      const objects = storedObjects()
      const answer = await at.upload('OTHER', hostile(name), { name })
      if (verdict === 'accept') {
        assert.equal(answer.status, 201, answer.text)
        const { original } = storedImage(answer.json.image.id)
        assert.equal(sha256(original), sha256(hostile(name)), 'the bytes are kept as evidence')
        return
      }
      assert.equal(answer.status, 422, answer.text)
      const [{ code, message }] = answer.json.errors
      assert.equal(code, CODES[name] ?? 'IMAGE_DAMAGED')
      assert.match(message, /[\u4e00-\u9fff]/)
      assert.isEmpty(await at.rows('images'))
      assert.deepEqual(storedObjects(), objects)
    })
  }

  test('noise behind the first bytes of a picture is none', async ({ assert }) => {
    const at = await AtDossier.open()
    const jpeg = Buffer.concat([picture().subarray(0, 4), noise(5000), Buffer.from([0xff, 0xd9])])
    const answer = await at.upload('OTHER', jpeg)
    assert.equal(answer.json.errors[0].code, 'IMAGE_DAMAGED')
    assert.isEmpty(await at.rows('images'))
  })
})

test.group('Size and kind of a picture', (group) => {
  inSharedWorld(group)

  test('204,800 bytes are taken, one more is not', async ({ assert }) => {
    const at = await AtDossier.open()
    const exactly = await at.upload('OTHER', pictureOf(204_800))
    assert.equal(exactly.status, 201, exactly.text)
    assert.equal(exactly.json.image.bytes, 204_800)
    const objects = storedObjects()
    const more = await at.upload('OTHER', pictureOf(204_801))
    assert.equal(more.status, 413)
    const [{ code, message }] = more.json.errors
    assert.equal(code, 'IMAGE_TOO_LARGE')
    assert.include(message, '200 KB')
    assert.deepEqual(storedObjects(), objects)
    assert.lengthOf(await at.rows('images'), 1)
  })

  test('neither name nor content type counts', async ({ assert }) => {
    const at = await AtDossier.open()
    const png = await at.upload('OTHER', hostile('ok-small.png'), {
      name: 'photo.jpg',
      type: 'image/jpeg',
    })
    assert.equal(png.status, 201, png.text)
    assert.equal((await at.rows('images'))[0].format, 'png')
    const nonsense = await at.upload('OTHER', picture(), {
      name: '../../../etc/passwd\u0000.exe',
      type: 'text/html',
    })
    assert.equal(nonsense.status, 201, nonsense.text)
    const own = storedObjects().filter((path) => path.includes(nonsense.json.image.id))
    assert.lengthOf(own, 2)
    for (const path of storedObjects()) assert.notInclude(path, 'passwd')
  })

  test('Guangdong takes 50 to 120 KB, and JPEG only', async ({ assert }) => {
    const at = await AtDossier.open('gd', 'p03')
    const told = async (bytes: Buffer) => {
      const { status, json } = await at.upload('OTHER', bytes)
      return [status, json.errors?.[0].code]
    }
    assert.deepEqual(await told(await pictureBelow(49)), [422, 'IMAGE_TOO_SMALL_BYTES'])
    assert.deepEqual(await told(picture()), [413, 'IMAGE_TOO_LARGE'])
    assert.deepEqual(await told(hostile('ok-small.png')), [422, 'IMAGE_FORMAT'])
    assert.deepEqual(await told(await pictureBelow(110)), [201, undefined])
    assert.lengthOf(await at.rows('images'), 1)
  })

  test('a registration photo has 30 KB at most, also where others have 50 at least', async ({
    assert,
  }) => {
    const at = await AtDossier.open('gd', 'p03')
    const { id } = await at.item('PHOTO_ID')
    await at.tab.put(`/gd/dossier/items/${id}/want`, { wanted: true })
    const photo = (quality: number) =>
      sharp(picture()).resize(358, 441).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
    const small = await photo(70)
    assert.isBelow(small.length, 30 * 1024)
    const big = await at.upload('PHOTO_ID', await pictureBelow(60))
    assert.deepEqual([big.status, big.json.errors[0].code], [413, 'IMAGE_TOO_LARGE'])
    assert.include(big.json.errors[0].message, '30 KB')
    const tiny = await sharp(picture()).resize(100, 130).jpeg().toBuffer()
    const narrow = await at.upload('PHOTO_ID', tiny)
    assert.equal(narrow.json.errors[0].code, 'IMAGE_SHORT_SIDE')
    const fits = await at.upload('PHOTO_ID', small)
    assert.equal(fits.status, 201, fits.text)
  })

  test('a picture turned by its EXIF is measured and shown upright', async ({ assert }) => {
    const at = await AtDossier.open()
    const upright = await preview(at, 'exif-orient-1.jpg')
    for (const name of ['exif-orient-3.jpg', 'exif-orient-6.jpg']) {
      const { answer, pixels, info } = await preview(at, name)
      const turned = name.includes('6')
      const { width, height } = upright.info
      assert.deepEqual(
        [info.width, info.height],
        turned ? [height, width] : [width, height],
        'as a person holds it'
      )
      assert.deepEqual([answer.width, answer.height], [info.width, info.height])
      const expected = await sharp(hostile(name)).autoOrient().resize(16, 16, { fit: 'fill' })
      const reference = await expected.greyscale().raw().toBuffer()
      assert.isBelow(distance(pixels, reference), 6)
    }
  })
})

async function preview(at: AtDossier, name: string) {
  const { json, status, text } = await at.upload('OTHER', hostile(name))
  if (status !== 201) throw new Error(text)
  const answer = json.image
  const shown = await fetch(new URL(answer.previewUrl, `http://127.0.0.1:${process.env.PORT}`), {
    headers: at.tab.headers,
  })
  const bytes = Buffer.from(await shown.arrayBuffer())
  const info = await sharp(bytes).metadata()
  const small = sharp(bytes).resize(16, 16, { fit: 'fill' })
  return { answer, info, pixels: await small.greyscale().raw().toBuffer() }
}

/** Mean difference of two greyscale pictures of one size. */
function distance(one: Buffer, other: Buffer): number {
  return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length
}
