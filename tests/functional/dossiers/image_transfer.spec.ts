import { test } from '@japa/runner'
import { randomInt, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import {
  AtDossier,
  hostile,
  noise,
  sha256,
  storedImage,
  storedObjects,
} from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import {
  chunk,
  converse,
  MULTIPART,
  multipartAround,
  statusOf,
  Tab,
  type Body,
  type Conversation,
} from '#tests/support/tab'
import { inSharedWorld } from '#tests/support/world'
import env from '#start/env'

const MB = 1024 * 1024

test.group('Before the body is read', (group) => {
  inSharedWorld(group)

  test("a guest's 20 MB are refused early and nothing of them is written", async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('ID_RESIDENT')
    for (const [what, headers, expected] of [
      ['announced', { 'content-length': String(20 * MB) }, 401],
      ['in chunks', { 'transfer-encoding': 'chunked' }, 401],
      ['without a token', { 'content-length': String(20 * MB), 'x-xsrf-token': '' }, 419],
    ] as const) {
      const before = allFiles()
      const guest = await Tab.guest()
      const talk = converse(guest, 'POST', at.imagesPath(id), { ...MULTIPART, ...headers })
      const sent = await flood(talk, 20 * MB, 'transfer-encoding' in headers)
      const raw = await talk.end
      assert.equal(statusOf(raw), expected, what)
      assert.isBelow(sent, 8 * MB, `${what}: the connection was closed under way`)
      assert.deepEqual(allFiles(), before, what)
    }
  }).timeout(60_000)

  test('a body announced too large is refused whole, and the answer arrives', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const before = allFiles()
    for (const bytes of [noise(210_000), noise(300_000), noise(2 * MB)]) {
      for (let again = 0; again < 5; again++) {
        const answer = await at.upload('ID_RESIDENT', bytes)
        assert.equal(answer.status, 413)
        assert.equal(answer.json.errors[0].code, 'IMAGE_TOO_LARGE')
      }
    }
    assert.deepEqual(allFiles(), before)
    assert.isEmpty(await at.rows('images'))
  }).timeout(60_000)
})

test.group('While the body is read', (group) => {
  inSharedWorld(group)

  test('a chunked body is cut off when its file is too large', async ({ assert }) => {
    const at = await AtDossier.open()
    const { talk, head } = await begin(at, {})
    await talk.write(chunk(head))
    const sent = await flood(talk, 20 * MB, true)
    const raw = await talk.end
    assert.equal(statusOf(raw), 413, raw)
    assert.include(raw, 'IMAGE_TOO_LARGE')
    assert.isBelow(sent, 8 * MB)
    assert.isEmpty(await at.rows('images'))
  }).timeout(60_000)

  for (const part of ['other', 'image[0]', 'a text field']) {
    test(`a chunked body cannot hide its size in ${part}`, async ({ assert }) => {
      const at = await AtDossier.open()
      const { talk } = await begin(at, {})
      const { head } = multipartAround(part)
      const text = head.toString().replace(/; filename="[^"]*"/, '')
      await talk.write(chunk(part === 'a text field' ? Buffer.from(text) : head))
      const sent = await flood(talk, 20 * MB, true)
      talk.socket.end()
      const raw = await talk.end
      assert.equal(statusOf(raw), 413, raw)
      assert.isBelow(sent, 8 * MB)
      assert.isEmpty(await at.rows('images'))
    }).timeout(60_000)
  }

  test('two files in one form are not one picture', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('OTHER')
    const form = new FormData()
    for (const name of ['idfront-00', 'idback-00']) {
      form.append('image', new File([new Uint8Array(picture(name))], `${name}.jpg`))
    }
    const objects = storedObjects()
    const answer = await at.tab.post(at.imagesPath(id), { body: form })
    assert.equal(answer.status, 413, answer.text)
    const small = new FormData()
    for (const name of ['ok-small.png', 'dim-tiny-16x16.jpg']) {
      small.append('image', new File([new Uint8Array(hostile(name))], name))
    }
    const both = await at.tab.post(at.imagesPath(id), { body: small })
    assert.deepEqual([both.status, both.json.errors[0].code], [400, 'REQUEST_BROKEN'])
    assert.isEmpty(await at.rows('images'))
    assert.deepEqual(storedObjects(), objects)
  })

  test('a length that promises more than comes leaves nothing', async ({ assert }) => {
    const at = await AtDossier.open()
    const objects = storedObjects()
    const { talk, head, tail } = await begin(at, { 'content-length': '204000' })
    await talk.write(Buffer.concat([head, picture(), tail]))
    await pause(100)
    talk.socket.destroy()
    await pause(100)
    assert.isEmpty(await at.rows('images'))
    assert.deepEqual(storedObjects(), objects)
  })

  test('whoever goes away at any byte before the last leaves nothing', async ({ assert }) => {
    const at = await AtDossier.open()
    const { head, tail } = multipartAround()
    const body = Buffer.concat([head, picture(), tail])
    const edges = [0, 1, head.length - 1, head.length, head.length + 1, body.length >> 1]
    const last = [body.length - tail.length, body.length - 2, body.length - 1]
    const anywhere = Array.from({ length: 16 }, () => randomInt(body.length))
    const objects = storedObjects()
    for (const bytes of [...edges, ...last, ...anywhere]) {
      const { talk } = await begin(at, { 'content-length': String(body.length) })
      await talk.write(body.subarray(0, bytes))
      talk.socket.destroy()
      await talk.end
      await pause(20)
      assert.isEmpty(await at.rows('images'), `${bytes} of ${body.length} bytes`)
    }
    await pause(100)
    assert.isEmpty(await at.rows('images'))
    assert.deepEqual(storedObjects(), objects)
  }).timeout(60_000)

  test('whoever goes away before the answer has one picture when he sends it again', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const { head, tail } = multipartAround()
    const [bytes, key] = [picture(), randomUUID()]
    const body = Buffer.concat([head, bytes, tail])
    const length = { 'content-length': String(body.length), 'idempotency-key': key }
    const { talk } = await begin(at, length)
    await talk.write(body)
    talk.socket.destroy()
    const again = await at.upload('ID_RESIDENT', bytes, { key })
    assert.equal(again.status, 201, again.text)
    await pause(200)
    const rows = await at.rows('images')
    assert.lengthOf(rows, 1)
    assert.equal(sha256(storedImage(again.json.image.id).original), sha256(bytes))
  })

  test('a length that promises less than comes is a broken form', async ({ assert }) => {
    const at = await AtDossier.open()
    const objects = storedObjects()
    const { talk, head, tail } = await begin(at, { 'content-length': '50000' })
    await talk.write(Buffer.concat([head, picture(), tail]))
    const raw = await talk.end
    assert.oneOf(statusOf(raw), [400, 422], raw.slice(0, 400))
    assert.isEmpty(await at.rows('images'))
    assert.deepEqual(storedObjects(), objects)
  })

  test('a form without an end, without a boundary or that is none is refused, not our fault', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('ID_RESIDENT')
    const { head } = multipartAround()
    const bodies: [string, Record<string, string>, Body][] = [
      ['no end', MULTIPART, new Uint8Array(Buffer.concat([head, picture()]))],
      ['no boundary', { 'content-type': 'multipart/form-data' }, new Uint8Array(picture())],
      ['a bare picture', { 'content-type': 'image/jpeg' }, new Uint8Array(picture())],
      ['JSON', { 'content-type': 'application/json' }, '{"image":"x"}'],
      ['a form without files', {}, new URLSearchParams({ image: 'x' })],
      ['no type', { 'content-type': '' }, new Uint8Array(picture())],
    ]
    for (const [what, headers, body] of bodies) {
      const answer = await at.tab.post(at.imagesPath(id), { headers, body })
      assert.isAtLeast(answer.status, 400, what)
      assert.isBelow(answer.status, 500, `${what}: ${answer.text}`)
      assert.isString(answer.json?.errors[0].message, what)
    }
    const nothing = await at.tab.post(at.imagesPath(id), { body: new FormData() })
    assert.equal(nothing.status, 422, nothing.text)
    assert.equal(nothing.json.errors[0].code, 'IMAGE_EMPTY')
    const strange = await at.upload('ID_RESIDENT', picture(), { part: 'file' })
    assert.equal(strange.status, 422, strange.text)
    assert.isEmpty(await at.rows('images'))
  })

  test('a stalled sender holds nobody up', async ({ assert }) => {
    const at = await AtDossier.open()
    const { talk, head } = await begin(at, {})
    await talk.write(chunk(head))
    const [one, other] = await Promise.all([
      at.upload('ID_RESIDENT', picture('idfront-00')),
      at.upload('EDU_DIPLOMA', picture('diploma-02')),
    ])
    assert.deepEqual([one.status, other.status], [201, 201])
    talk.socket.destroy()
  })
})

/** Opens an upload to ID_RESIDENT; without other headers its body comes in chunks. */
async function begin(at: AtDossier, headers: Record<string, string>) {
  const { id } = await at.item('ID_RESIDENT')
  const length: Record<string, string> =
    'content-length' in headers ? {} : { 'transfer-encoding': 'chunked' }
  const talk = converse(at.tab, 'POST', at.imagesPath(id), { ...MULTIPART, ...length, ...headers })
  return { talk, ...multipartAround() }
}

/** Sends until all is sent or the other side has closed; bytes that left. */
async function flood(talk: Conversation, bytes: number, chunked: boolean): Promise<number> {
  const block = Buffer.alloc(64 * 1024, 0x61)
  let sent = 0
  while (sent < bytes && !talk.isClosed()) {
    if (!(await talk.write(chunked ? chunk(block) : block))) break
    sent += block.length
    await pause(0)
  }
  return sent
}

/** Everything in the data folder, and what uploads would leave in the system's folder. */
function allFiles(): string[] {
  const stored = readdirSync(env.get('DATA_DIR'), { recursive: true }) as string[]
  const passing = readdirSync(tmpdir()).filter((name) =>
    /upload|multipart|^c[a-z0-9]{20,}$/.test(name)
  )
  return [...stored.filter((name) => !name.includes('sqlite')), ...passing].sort()
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
