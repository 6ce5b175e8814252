import { test } from '@japa/runner'
import { AtDossier, rowsOf, sha256, storedImage, storedObjects } from '#tests/support/dossiers'
import { freshPicture, picture } from '#tests/support/pictures'
import { closeUploadsAt, keepSeason, setWindows, switchUploads } from '#tests/support/season_rules'
import { chunk, converse, MULTIPART, multipartAround, statusOf, Tab } from '#tests/support/tab'
import { inSharedWorld, staffOf } from '#tests/support/world'
import { clock } from '#app/shared/clock'

const DAY = 86_400_000

test.group('Uploading a picture', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  test('keeps the very bytes, a thumbnail, a row and an audit entry', async ({ assert }) => {
    const at = await AtDossier.open()
    const bytes = picture()
    const before = await at.row()
    const { status, json, text } = await at.upload('ID_RESIDENT', bytes)
    assert.equal(status, 201, text)
    const { image } = json
    assert.deepInclude(image, { place: 'portrait', position: 1, width: 1600, height: 1200 })

    const stored = storedImage(image.id)
    assert.equal(sha256(stored.original), sha256(bytes))
    assert.isAbove(stored.thumbnail.length, 1000)
    const [row] = await at.rows('images')
    assert.deepInclude(row, { id: image.id, sha256: sha256(bytes), bytes: bytes.length })
    assert.isNull(row.removed_at)
    const after = await at.row()
    assert.equal(after.version, before.version + 1)
    assert.isNotNull(after.lastUploadAt)
    const entry = (await at.audit()).at(-1)
    assert.equal(entry.action, 'add_image')
    assert.deepInclude(JSON.parse(entry.payload), { image: image.id, sha256: sha256(bytes) })
  })

  test('goes into the place it names; one that names none fills the first free one', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const named = await at.upload('ID_RESIDENT', picture('idback-00'), { place: 'emblem' })
    assert.equal(named.json.image.place, 'emblem')
    const free = await at.upload('ID_RESIDENT', picture('idfront-00'))
    assert.equal(free.json.image.place, 'portrait')
    const { core } = await at.read()
    const [id] = core.items.filter(({ material }) => material === 'ID_RESIDENT')
    assert.sameMembers(
      id.images.map(({ place }) => place),
      ['portrait', 'emblem']
    )
  })

  test('a place that is taken, or that is none, is refused', async ({ assert }) => {
    const at = await AtDossier.open()
    await at.upload('ID_RESIDENT', picture('idfront-00'), { place: 'portrait' })
    const objects = storedObjects()
    const taken = await at.upload('ID_RESIDENT', picture('idfront-01'), { place: 'portrait' })
    assert.deepEqual(codeOf(taken), [409, 'PLACE_TAKEN'])
    const strange = await at.upload('ID_RESIDENT', picture('idfront-01'), { place: 'sideways' })
    assert.deepEqual(codeOf(strange), [422, 'PLACE_UNKNOWN'])
    assert.lengthOf(await at.rows('images'), 1)
    assert.deepEqual(storedObjects(), objects, 'what the gate refuses leaves no object')
  })

  test('a third picture of an ID card is refused', async ({ assert }) => {
    const at = await AtDossier.open()
    await at.upload('ID_RESIDENT', picture('idfront-00'))
    await at.upload('ID_RESIDENT', picture('idback-00'))
    const objects = storedObjects()
    const third = await at.upload('ID_RESIDENT', picture('idfront-01'))
    assert.deepEqual(codeOf(third), [409, 'ITEM_FULL'])
    assert.include(third.json.errors[0].message, '2')
    assert.lengthOf(await at.rows('images'), 2)
    assert.deepEqual(storedObjects(), objects)
  })

  test('the same picture twice in one item is refused, in two items it is taken', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    await at.upload('ID_RESIDENT', picture())
    const again = await at.upload('ID_RESIDENT', picture())
    assert.deepEqual(codeOf(again), [409, 'IMAGE_TWICE'])
    const elsewhere = await at.upload('EDU_DIPLOMA', picture())
    assert.equal(elsewhere.status, 201)
    assert.lengthOf(await at.rows('images'), 2)
  })

  test('a picture that was deleted may come again', async ({ assert }) => {
    const at = await AtDossier.open()
    const first = await at.upload('ID_RESIDENT', picture())
    await at.delete(first.json.image.id)
    const again = await at.upload('ID_RESIDENT', picture())
    assert.equal(again.status, 201)
    assert.notEqual(again.json.image.id, first.json.image.id)
  })

  test('an item nobody asked for takes pictures after "I want to"', async ({ assert }) => {
    const at = await AtDossier.open()
    const item = await at.item('EDU_DEGREE')
    assert.equal(item.need, 'not_asked')
    const before = await at.upload('EDU_DEGREE', picture())
    assert.deepEqual(codeOf(before), [409, 'ITEM_LOCKED'])
    assert.include(before.json.errors[0].message, '我需要上传')
    await at.tab.put(`/sc/dossier/items/${item.id}/want`, { wanted: true })
    assert.equal((await at.upload('EDU_DEGREE', picture())).status, 201)
  })

  test('a guest is asked to sign in', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('ID_RESIDENT')
    const answer = await (await Tab.guest()).upload(at.imagesPath(id), picture())
    assert.deepEqual(codeOf(answer), [401, 'SIGN_IN_REQUIRED'])
    assert.isEmpty(await at.rows('images'))
  })

  test('nobody else, and no staff, uploads into an item: it is missing for them', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('ID_RESIDENT')
    const objects = storedObjects()
    const other = await AtDossier.open('sc', 'p15')
    const elsewhere = await AtDossier.open('bj', 'p05')
    const missing = await other.tab.upload(
      at.imagesPath('01890000-0000-7000-8000-000000000000'),
      picture()
    )
    for (const [who, path] of [
      [other.tab, at.imagesPath(id)],
      [elsewhere.tab, at.imagesPath(id)],
      [at.tab, `/bj/dossier/items/${id}/images`],
      [elsewhere.tab, `/bj/dossier/items/${id}/images`],
    ] as const) {
      const answer = await who.upload(path, picture())
      assert.equal(answer.status, 404)
      assert.equal(answer.text, missing.text, 'a foreign id and no id look the same')
    }
    const staff = await Tab.staff(await staffOf('sc', 'region_admin'))
    assert.equal((await staff.upload(at.imagesPath(id), picture())).status, 401)
    assert.isEmpty(await at.rows('images'))
    assert.deepEqual(storedObjects(), objects)
  })

  test('after submitting nothing is taken, not by the API either', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const rows = await at.rows('images')
    const objects = storedObjects()
    const secondTab = await Tab.candidate(at.known.candidate)
    for (const material of ['OTHER', 'ID_RESIDENT']) {
      const { id } = await at.item(material)
      const answer = await secondTab.upload(at.imagesPath(id), await freshPicture())
      assert.deepEqual(codeOf(answer), [409, 'ITEM_LOCKED'])
      assert.include(answer.json.errors[0].message, '已锁定')
    }
    assert.deepEqual(await at.rows('images'), rows)
    assert.deepEqual(storedObjects(), objects)
  })

  test('of a returned dossier only the named item takes pictures', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const locked = await at.upload('OTHER', await freshPicture())
    assert.deepEqual(codeOf(locked), [409, 'ITEM_LOCKED'])
    const open = await at.upload('EDU_DIPLOMA', await freshPicture())
    assert.equal(open.status, 201, open.text)
    const item = await at.item('EDU_DIPLOMA')
    assert.isTrue(item.reopened?.changed)
  })

  test('outside of the window, in a blackout and while the switch is off nothing is taken', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const now = clock.now()
    const closed = async () => codeOf(await at.upload('ID_RESIDENT', picture()))
    await setWindows('sc', [{ kind: 'upload', from: now - 2 * DAY, until: now }])
    assert.deepEqual(await closed(), [409, 'ITEM_LOCKED'])
    await setWindows('sc', [{ kind: 'upload', from: now + DAY, until: now + 2 * DAY }])
    assert.deepEqual(await closed(), [409, 'ITEM_LOCKED'])
    await setWindows('sc', [
      { kind: 'upload', from: now - DAY, until: now + DAY },
      { kind: 'blackout', from: now - 1000, until: now + DAY },
    ])
    assert.deepEqual(await closed(), [409, 'ITEM_LOCKED'])
    await closeUploadsAt('sc', now + DAY)
    await switchUploads('sc', false)
    assert.deepEqual(await closed(), [409, 'ITEM_LOCKED'])
    assert.isEmpty(await at.rows('images'))
    await switchUploads('sc', true)
    assert.equal((await at.upload('ID_RESIDENT', picture())).status, 201)
  })

  test('a blackout stops returned items too, also while the switch is off', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const now = clock.now()
    await setWindows('sc', [
      { kind: 'upload', from: now - DAY, until: now + DAY },
      { kind: 'blackout', from: now - 1000, until: now + DAY },
    ])
    const inBlackout = await at.upload('EDU_DIPLOMA', await freshPicture())
    assert.deepEqual(codeOf(inBlackout), [409, 'ITEM_LOCKED'])
    await switchUploads('sc', false)
    const switchedOff = await at.upload('EDU_DIPLOMA', await freshPicture())
    assert.deepEqual(codeOf(switchedOff), [409, 'ITEM_LOCKED'])
  })

  test('a returned item outlives the window, not its own deadline', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const { deadline } = await at.row()
    await closeUploadsAt('sc', clock.now())
    const inTime = await at.upload('EDU_DIPLOMA', await freshPicture())
    assert.equal(inTime.status, 201, inTime.text)
    clock.freeze(deadline! - 1)
    assert.equal((await at.delete(inTime.json.image.id)).status, 200)
    clock.freeze(deadline)
    const late = await at.upload('EDU_DIPLOMA', await freshPicture())
    assert.deepEqual(codeOf(late), [409, 'ITEM_LOCKED'])
  })
})

test.group('An upload under way', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  test('is in time by the instant of its first byte', async ({ assert }) => {
    const at = await AtDossier.open()
    const end = clock.now() + 60_000
    await closeUploadsAt('sc', end)
    clock.freeze(end - 1)
    const upload = await slowly(at, 'ID_RESIDENT')
    clock.freeze(end + 30_000)
    const raw = await upload.finish()
    assert.equal(statusOf(raw), 201, raw)
    const [row] = await at.rows('images')
    assert.equal(row.received_at, end - 1)
    assert.equal(row.stored_at, end + 30_000)
    assert.equal((await at.row()).lastUploadAt, end + 30_000)
    const late = await at.upload('ID_RESIDENT', picture('idback-00'))
    assert.deepEqual(codeOf(late), [409, 'ITEM_LOCKED'])
  })

  test('that the switch overtakes is refused and leaves no object', async ({ assert }) => {
    const at = await AtDossier.open()
    const objects = storedObjects()
    const upload = await slowly(at, 'ID_RESIDENT')
    await switchUploads('sc', false)
    assert.equal(statusOf(await upload.finish()), 409)
    assert.isEmpty(await at.rows('images'))
    assert.deepEqual(storedObjects(), objects)
  })

  test('that the submission overtakes is never attached', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const rows = await at.rows('images')
    const upload = await slowly(at, 'OTHER')
    assert.equal((await at.submit()).status, 201)
    const objects = storedObjects()
    const raw = await upload.finish()
    assert.equal(statusOf(raw), 409)
    assert.include(raw, 'ITEM_LOCKED')
    assert.deepEqual(await at.rows('images'), rows)
    assert.deepEqual(storedObjects(), objects)
  })

  test('whose sender leaves writes nothing, wherever he leaves', async ({ assert }) => {
    const at = await AtDossier.open()
    const objects = storedObjects()
    for (const share of [0, 0.01, 0.5, 0.99]) {
      const upload = await slowly(at, 'ID_RESIDENT', share)
      upload.socket.destroy()
    }
    await settle()
    assert.isEmpty(await at.rows('images'))
    assert.deepEqual(storedObjects(), objects)
    assert.equal((await at.upload('ID_RESIDENT', picture())).status, 201, 'and all goes on')
  })
})

test.group('An upload sent again', (group) => {
  inSharedWorld(group)

  test('under its key gets the first answer and stores nothing more', async ({ assert }) => {
    const at = await AtDossier.open()
    const first = await at.upload('ID_RESIDENT', picture(), { key: 'one-upload-1' })
    const objects = storedObjects()
    const again = await at.upload('ID_RESIDENT', picture(), { key: 'one-upload-1' })
    assert.equal(again.status, 201)
    assert.deepEqual(again.json, first.json)
    assert.lengthOf(await at.rows('images'), 1)
    assert.deepEqual(storedObjects(), objects)
  })

  test('is answered also when it was the last that its item takes', async ({ assert }) => {
    const at = await AtDossier.open()
    await at.upload('ID_RESIDENT', picture('idfront-00'))
    const last = await at.upload('ID_RESIDENT', picture('idback-00'), { key: 'last-of-two' })
    const again = await at.upload('ID_RESIDENT', picture('idback-00'), { key: 'last-of-two' })
    assert.equal(again.status, 201, again.text)
    assert.deepEqual(again.json, last.json)
    assert.lengthOf(await at.rows('images'), 2)
  })

  test('is answered also when the dossier has been submitted since', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const bytes = await freshPicture()
    const first = await at.upload('OTHER', bytes, { key: 'lost-answer' })
    await at.submit()
    const again = await at.upload('OTHER', bytes, { key: 'lost-answer' })
    assert.equal(again.status, 201, again.text)
    assert.equal(again.json.image.id, first.json.image.id)
  })

  test('with another picture or for another item under its key is an error', async ({ assert }) => {
    const at = await AtDossier.open()
    await at.upload('ID_RESIDENT', picture(), { key: 'one-upload-2' })
    const objects = storedObjects()
    const other = await at.upload('ID_RESIDENT', picture('idback-00'), { key: 'one-upload-2' })
    assert.deepEqual(codeOf(other), [422, 'IDEMPOTENCY_KEY_REUSED'])
    const elsewhere = await at.upload('EDU_DIPLOMA', picture(), { key: 'one-upload-2' })
    assert.deepEqual(codeOf(elsewhere), [422, 'IDEMPOTENCY_KEY_REUSED'])
    assert.lengthOf(await at.rows('images'), 1)
    assert.deepEqual(storedObjects(), objects)
  })

  test("a key is its sender's own", async ({ assert }) => {
    const [one, other] = [await AtDossier.open(), await AtDossier.open()]
    await one.upload('ID_RESIDENT', picture(), { key: 'same-key-of-two' })
    const answer = await other.upload('ID_RESIDENT', picture(), { key: 'same-key-of-two' })
    assert.equal(answer.status, 201)
    assert.lengthOf(await other.rows('images'), 1)
  })

  test('a day later its key is free', async ({ assert, cleanup }) => {
    const at = await AtDossier.open('sc')
    cleanup(await keepSeason('sc'))
    cleanup(() => clock.freeze(null))
    await closeUploadsAt('sc', clock.now() + 3 * DAY)
    await at.upload('ID_RESIDENT', picture(), { key: 'kept-for-a-day' })
    clock.freeze(clock.now() + DAY + 1)
    const other = await at.upload('ID_RESIDENT', picture('idback-00'), { key: 'kept-for-a-day' })
    assert.equal(other.status, 201, other.text)
    const keys = await rowsOf('idempotency_keys', { key: 'kept-for-a-day' })
    assert.lengthOf(keys, 1)
    assert.isAbove(keys[0].expires_at, clock.now())
  })
})

test.group('Uploads at the same time', (group) => {
  inSharedWorld(group)

  test('never put more into an item than it takes', async ({ assert }) => {
    const at = await AtDossier.open()
    const names = ['idfront-00', 'idback-00', 'idfront-01', 'idback-02', 'idfront-02']
    const before = storedObjects().length
    const answers = await Promise.all(names.map((name) => at.upload('ID_RESIDENT', picture(name))))
    const stored = answers.filter(({ status }) => status === 201)
    assert.lengthOf(stored, 2)
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      assert.deepEqual(codeOf(answer), [409, 'ITEM_FULL'])
    }
    assert.lengthOf(await at.rows('images'), 2)
    assert.sameMembers(
      stored.map(({ json }) => json.image.place),
      ['portrait', 'emblem']
    )
    assert.equal(storedObjects().length, before + 4, 'two originals, two thumbnails')
  })

  test('under one key are one picture', async ({ assert }) => {
    const at = await AtDossier.open()
    const before = storedObjects().length
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => at.upload('OTHER', picture(), { key: 'eight-at-once' }))
    )
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array.from({ length: 8 }, () => 201)
    )
    assert.lengthOf(new Set(answers.map(({ json }) => json.image.id)), 1)
    assert.lengthOf(await at.rows('images'), 1)
    assert.equal(storedObjects().length, before + 2)
  })

  test('of several items all succeed', async ({ assert }) => {
    const at = await AtDossier.open()
    const materials = ['ID_RESIDENT', 'NOTICE_SUCCESS', 'EDU_DIPLOMA', 'EDU_CHSI', 'OTHER']
    const answers = await Promise.all(materials.map((code) => at.upload(code, picture())))
    assert.deepEqual(
      answers.map(({ status }) => status),
      materials.map(() => 201)
    )
  })
})

const codeOf = ({ status, json }: { status: number; json: any }) => [status, json?.errors[0].code]

/** An upload that has sent only a share of its bytes; `finish` sends the rest. */
async function slowly(at: AtDossier, material: string, share = 0.5) {
  const { id } = await at.item(material)
  const { head, tail } = multipartAround()
  const bytes = await freshPicture()
  const until = Math.floor(bytes.length * share)
  const conversation = converse(at.tab, 'POST', at.imagesPath(id), {
    ...MULTIPART,
    'transfer-encoding': 'chunked',
    'connection': 'close',
  })
  await conversation.write(chunk(Buffer.concat([head, bytes.subarray(0, until)])))
  await settle()
  return {
    socket: conversation.socket,
    async finish() {
      await conversation.write(chunk(Buffer.concat([bytes.subarray(until), tail])))
      await conversation.write('0\r\n\r\n')
      return conversation.end
    },
  }
}

/** Long enough for the server to have read what has left. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 150))
