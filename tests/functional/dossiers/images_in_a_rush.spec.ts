import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { decoding } from '#app/dossiers/images/turns'
import { AtDossier, rowsOf, storedObjects } from '#tests/support/dossiers'
import { freshPicture, picture } from '#tests/support/pictures'
import { Tab } from '#tests/support/tab'
import { inSharedWorld } from '#tests/support/world'

/** Every decoder is busy until the returned function is called. */
function occupyDecoders(): () => void {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  for (let n = 0; n < decoding.places; n++) void decoding.take(() => released)
  return release
}

const NOBODY = { login: 'nobody@rush', password: 'no such password' }

test.group('A rush of pictures', (group) => {
  inSharedWorld(group)

  test('who gets no turn in two seconds is told when to come again, and nothing is left', async ({
    assert,
    cleanup,
  }) => {
    const at = await AtDossier.open()
    const objects = storedObjects()
    const release = occupyDecoders()
    cleanup(release)
    const key = randomUUID()
    const started = performance.now()
    const busy = await at.upload('ID_RESIDENT', picture(), { key })
    const waited = performance.now() - started
    release()
    assert.deepEqual([busy.status, busy.json.errors[0].code], [503, 'SERVER_BUSY'])
    assert.isTrue(waited >= 1_900 && waited < 4_000, `${waited} ms`)
    const seconds = Number(busy.headers.get('retry-after'))
    assert.isTrue(seconds >= 1 && seconds <= 10, `${seconds} s`)
    assert.include(busy.json.errors[0].message, String(seconds))
    assert.isEmpty(await at.rows('images'))
    assert.deepEqual(storedObjects(), objects)

    const again = await at.upload('ID_RESIDENT', picture(), { key })
    assert.equal(again.status, 201, again.text)
  }).timeout(20_000)

  test('pictures that wait hold up neither pages, nor submitting, nor signing in', async ({
    assert,
    cleanup,
  }) => {
    const done = await (await AtDossier.open()).fill()
    const rushing = await Promise.all([AtDossier.open(), AtDossier.open(), AtDossier.open()])
    const guest = await Tab.guest()
    const bytes = await Promise.all(rushing.map(() => freshPicture()))
    const release = occupyDecoders()
    cleanup(release)
    const uploads = rushing.map((at, i) => at.upload('ID_RESIDENT', bytes[i]))
    // All of them are in line before anything else is asked.
    await new Promise((resolve) => setTimeout(resolve, 500))

    const took: Record<string, number> = {}
    const timed = async (
      what: string,
      expected: number,
      ask: () => Promise<{ status: number }>
    ) => {
      const started = performance.now()
      const { status } = await ask()
      took[what] = performance.now() - started
      assert.equal(status, expected, what)
    }
    await timed('page', 200, () => done.tab.get('/sc/dossier'))
    await timed('submit', 201, () => done.submit())
    await timed('sign-in', 422, () => guest.post('/staff/login', { json: NOBODY }))
    release()
    for (const [what, ms] of Object.entries(took)) assert.isBelow(ms, 1_200, what)
    for (const { status } of await Promise.all(uploads)) assert.equal(status, 201)
    assert.lengthOf(await rowsOf('submissions', { dossier_id: (await done.row()).id }), 1)
  }).timeout(30_000)
})
