import { test } from '@japa/runner'
import sharp from 'sharp'
import type Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import { AtDossier, hostile, sha256, storedImage, storedObjects } from '#tests/support/dossiers'
import { freshPicture, picture } from '#tests/support/pictures'
import { address, Tab } from '#tests/support/tab'
import { addMembership, inSharedWorld, newStaff, staffOf } from '#tests/support/world'
import { readFile, rm, writeFile } from 'node:fs/promises'

const MISSING = '01890000-0000-7000-8000-000000000000'

test.group('Looking at a picture', (group) => {
  inSharedWorld(group)

  test('its owner sees thumbnail and preview, privately and as what they are', async ({
    assert,
  }) => {
    const { at, image } = await uploaded()
    for (const [url, side] of [
      [image.thumbnailUrl, 320],
      [image.previewUrl, 1600],
    ]) {
      const { response, bytes } = await look(at.tab, url)
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('content-type'), 'image/jpeg')
      assert.match(response.headers.get('cache-control')!, /\bprivate\b/)
      assert.notMatch(response.headers.get('cache-control')!, /public|max-age/)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
      assert.include(response.headers.get('content-security-policy')!, "default-src 'none'")
      const { width, height, format } = await sharp(bytes).metadata()
      assert.deepEqual([Math.max(width, height), format], [side, 'jpeg'])
    }
  })

  test('one with more pixels than a preview is also shown pixel for pixel', async ({ assert }) => {
    const at = await AtDossier.open()
    const usual = await at.upload('ID_RESIDENT', await freshPicture())
    assert.isNull(usual.json.image.fullUrl)
    const large = sharp(await freshPicture())
      .resize({ width: 2400 })
      .jpeg({ quality: 20 })
    const { image } = (await at.upload('ID_RESIDENT', await large.toBuffer())).json
    const { bytes } = await look(at.tab, image.fullUrl!)
    const { width, exif } = await sharp(bytes).metadata()
    assert.deepEqual([width, exif], [2400, undefined])
  })

  test('before submitting and after it, returned and not', async ({ assert }) => {
    const { at, image } = await uploaded()
    const seen = async () => (await look(at.tab, image.previewUrl)).response.status
    assert.equal(await seen(), 200)
    await at.submitted()
    assert.equal(await seen(), 200)
  })

  test('the same picture again is not sent again', async ({ assert }) => {
    const { at, image } = await uploaded()
    const first = await look(at.tab, image.previewUrl)
    const etag = first.response.headers.get('etag')!
    const again = await look(at.tab, image.previewUrl, { 'if-none-match': etag })
    assert.equal(again.response.status, 304)
    assert.lengthOf(again.bytes, 0)
    const other = await AtDossier.open('sc', 'p15')
    const foreign = await look(other.tab, image.previewUrl, { 'if-none-match': etag })
    assert.equal(foreign.response.status, 404, 'who may look is asked every time')
  })

  test('nobody else sees it, and is not told that it is there', async ({ assert }) => {
    const { at, image } = await uploaded()
    await at.submitted()
    const other = await AtDossier.open('sc', 'p15')
    const elsewhere = await AtDossier.open('bj', 'p05')
    const missing = await other.tab.get(`/sc/images/${MISSING}/preview`)
    assert.equal(missing.status, 404)
    const platform = await newStaff('platform', { isPlatformAdmin: true })
    const strangers: [string, Tab][] = [
      ['another candidate', other.tab],
      ["another region's candidate", elsewhere.tab],
      ['a reviewer of another point', await tabOf(staffOf('sc', 'point_reviewer', '5113'))],
      ["another region's reviewer", await tabOf(staffOf('bj', 'region_reviewer'))],
      ["another region's admin", await tabOf(staffOf('bj', 'region_admin'))],
      ['a platform admin', await Tab.staff(platform)],
      ['a member of staff without any role', await tabOf(newStaff('nobody'))],
    ]
    for (const [who, tab] of strangers) {
      for (const url of [image.thumbnailUrl, image.previewUrl]) {
        const answer = await tab.get(url)
        assert.equal(answer.status, 404, who)
        assert.equal(answer.text, missing.text, who)
      }
    }
  })

  test('suspended staff are asked to sign in, like anybody', async ({ assert }) => {
    const { at, image } = await uploaded()
    await at.submitted()
    const suspended = await staffOf('sc', 'region_reviewer')
    await suspended.merge({ suspendedAt: clock.now() }).save()
    const answer = await (await Tab.staff(suspended)).get(image.previewUrl)
    assert.deepEqual([answer.status, answer.json.errors[0].code], [401, 'SIGN_IN_REQUIRED'])
  })

  test('staff do not see what is tried out in a returned item, until it is handed in', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const staff = await tabOf(staffOf('sc', 'region_reviewer'))
    const seen = async (id: string) =>
      (await look(staff, `/sc/images/${id}/preview`)).response.status
    const kept = (await at.item('EDU_DIPLOMA')).images[0].id
    await at.delete(kept)
    const { json } = await at.upload('EDU_DIPLOMA', await freshPicture())
    assert.equal(await seen(json.image.id), 404)
    assert.equal(await seen(kept), 200, 'what was judged stays to be seen')
    await at.submit()
    assert.equal(await seen(json.image.id), 200)
  })

  test("its region's and its point's staff see it once it is handed in", async ({ assert }) => {
    const { at, image } = await uploaded()
    const early = await tabOf(staffOf('sc', 'region_lead'))
    assert.equal((await early.get(image.previewUrl)).status, 404)
    await at.submitted()
    const both = await newStaff('platform', { isPlatformAdmin: true })
    await addMembership(both, 'sc', 'region_reviewer')
    for (const staff of [
      await staffOf('sc', 'point_reviewer', '5101'),
      await staffOf('sc', 'region_reviewer'),
      await staffOf('sc', 'region_lead'),
      await staffOf('sc', 'region_admin'),
      await staffOf('sc', 'auditor'),
      both,
    ]) {
      const { response } = await look(await Tab.staff(staff), image.previewUrl)
      assert.equal(response.status, 200, staff.login)
    }
  })

  test('an address of another region finds nothing, whoever asks', async ({ assert }) => {
    const { at, image } = await uploaded()
    const path = `/bj/images/${image.id}/preview`
    assert.equal((await at.tab.get(path)).status, 404)
    assert.equal((await (await tabOf(staffOf('bj', 'region_admin'))).get(path)).status, 404)
  })

  test('a guest is asked to sign in', async ({ assert }) => {
    const { image } = await uploaded()
    const answer = await (await Tab.guest()).get(image.previewUrl)
    assert.deepEqual([answer.status, answer.json.errors[0].code], [401, 'SIGN_IN_REQUIRED'])
    const missing = await (await Tab.guest()).get(`/sc/images/${MISSING}/preview`)
    assert.equal(missing.text, answer.text)
  })

  test('there is no way to the original, nor out of the folder', async ({ assert }) => {
    const { at, image } = await uploaded()
    for (const path of [
      `/sc/images/${image.id}/original`,
      `/sc/images/${image.id}`,
      `/sc/images/${image.id}.jpg/preview`,
      '/sc/images/..%2f..%2fkeys.json/preview',
      `/images/sc/${image.id}.jpg`,
      '/storage/keys.json',
    ]) {
      assert.equal((await at.tab.get(path)).status, 404, path)
    }
  })

  test('what is shown has no metadata, whatever the original had', async ({ assert }) => {
    const at = await AtDossier.open()
    const marked = await sharp(picture())
      .jpeg({ quality: 68 })
      .withExif({
        IFD0: { Make: 'KaoquCam', Artist: '张怡琪' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 39/1 0/1', GPSLongitudeRef: 'E' },
      })
      .toBuffer()
    assert.isDefined((await sharp(marked).metadata()).exif)
    const { json, status, text } = await at.upload('OTHER', marked)
    assert.equal(status, 201, text)
    assert.equal(sha256(storedImage(json.image.id).original), sha256(marked), 'kept as evidence')
    for (const url of [json.image.thumbnailUrl, json.image.previewUrl]) {
      const { bytes } = await look(at.tab, url)
      const { exif, xmp, iptc } = await sharp(bytes).metadata()
      assert.deepEqual([exif, xmp, iptc], [undefined, undefined, undefined])
      assert.notInclude(bytes.toString('latin1'), 'KaoquCam')
    }
  })

  test('a transparent picture is shown on white', async ({ assert }) => {
    const at = await AtDossier.open()
    const { json } = await at.upload('OTHER', hostile('png-alpha.png'))
    const { bytes } = await look(at.tab, json.image.previewUrl)
    const { hasAlpha, format } = await sharp(bytes).metadata()
    assert.deepEqual([hasAlpha, format], [false, 'jpeg'])
  })

  test('a thumbnail that got lost is drawn again', async ({ assert }) => {
    const { at, image } = await uploaded()
    const lost = storedObjects().find((path) => path.endsWith(`${image.id}.thumbnail.jpg`))!
    await rm(lost)
    const { response, bytes } = await look(at.tab, image.thumbnailUrl)
    assert.equal(response.status, 200)
    assert.equal(sha256(storedImage(image.id).thumbnail), sha256(bytes))
  })

  test('a thumbnail that a power cut left empty or in half is drawn again', async ({ assert }) => {
    const { at, image } = await uploaded()
    const torn = storedObjects().find((path) => path.endsWith(`${image.id}.thumbnail.jpg`))!
    const whole = await readFile(torn)
    for (const left of [Buffer.alloc(0), Buffer.alloc(whole.length), whole.subarray(0, -9)]) {
      await writeFile(torn, left)
      const { response, bytes } = await look(at.tab, image.thumbnailUrl)
      assert.equal(response.status, 200)
      assert.equal((await sharp(bytes, { failOn: 'warning' }).stats()).isOpaque, true)
      assert.equal(sha256(storedImage(image.id).thumbnail), sha256(bytes))
    }
  })

  test('twenty first looks at once draw it without harm', async ({ assert }) => {
    const { at, image } = await uploaded()
    const all = await Promise.all(Array.from({ length: 20 }, () => look(at.tab, image.previewUrl)))
    assert.lengthOf(new Set(all.map(({ bytes }) => sha256(bytes))), 1)
    assert.isTrue(all.every(({ response }) => response.status === 200))
  })
})

async function uploaded() {
  const at = await AtDossier.open()
  const { json } = await at.upload('ID_RESIDENT', picture())
  return { at, image: json.image }
}

async function tabOf(staff: Promise<Staff>): Promise<Tab> {
  return Tab.staff(await staff)
}

/** As an <img> asks. */
async function look(tab: Tab, url: string, headers: Record<string, string> = {}) {
  const response = await fetch(address(url), {
    headers: { cookie: tab.cookies, accept: 'image/avif,image/webp,image/*', ...headers },
    redirect: 'manual',
  })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}
