import { test } from '@japa/runner'
import { AtDossier, rowsOf, storedObjects } from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { closeUploadsAt, keepSeason } from '#tests/support/season_rules'
import { Tab, type Answer } from '#tests/support/tab'
import { inSharedWorld } from '#tests/support/world'
import { clock } from '#app/shared/clock'

const MINUTE = 60_000

const codeOf = ({ status, json }: Answer) => [status, json?.errors?.[0]?.code]

/** A phone with the link that the candidate's screen shows, and without anybody signed in. */
class Phone {
  private constructor(
    readonly tab: Tab,
    readonly path: string,
    readonly id: string
  ) {}

  static async of(at: AtDossier, item: string | null = null): Promise<Phone> {
    const { status, json, text } = await openLink(at, item)
    if (status !== 201) throw new Error(`No hand-over: ${status} ${text}`)
    return new Phone(await Tab.guest(), json.path, json.id)
  }

  /** As the phone's browser opens it, whole. */
  async page(path = this.path) {
    const { status, text } = await this.tab.get(path, {
      headers: { 'accept': 'text/html', 'x-requested-with': '' },
    })
    if (status !== 200) return { status, text, props: null }
    const [, page] = /<script[^>]*data-page[^>]*>(.*?)<\/script>/s.exec(text)!
    return { status, text, props: JSON.parse(page).props }
  }

  upload(itemId: string, bytes = picture(), more: Parameters<Tab['upload']>[2] = {}) {
    return this.tab.upload(`${this.path}/items/${itemId}/images`, bytes, more)
  }

  tile(imageId: string) {
    return this.tab.get(`${this.path}/images/${imageId}`)
  }
}

function openLink(at: AtDossier, item: string | null = null) {
  return at.tab.post(`/${at.region}/dossier/handovers`, { json: { item } })
}

const progress = (at: AtDossier, { id }: Phone) =>
  at.tab.get(`/${at.region}/dossier/handovers/${id}`)

test.group('Handing over to a phone', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  test('keeps only the hash of the link, and says who opened it', async ({ assert }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    const token = phone.path.split('/').at(-1)!
    assert.isAbove(token.length, 40)
    const [row] = await at.rows('handovers')
    assert.deepInclude(row, { id: phone.id, candidate_id: at.candidateId, item_id: null })
    assert.notInclude(JSON.stringify(row), token)
    const [entry] = await rowsOf('audit_entries', { chain: `handover:${phone.id}` })
    assert.deepInclude(entry, { action: 'handover.open', actor_id: at.candidateId })
    assert.notInclude(entry.payload, token)
  })

  test('a picture from the phone is stored like any other, and the screen learns of it', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    assert.deepInclude((await progress(at, phone)).json, { live: true, openedAt: null, images: 0 })
    const item = await at.item('ID_RESIDENT')
    const { status, json, text } = await phone.upload(item.id)
    assert.equal(status, 201, text)
    assert.sameMembers(Object.keys(json.image), ['id', 'place', 'position', 'thumbnailUrl'])
    assert.equal(json.image.place, 'portrait')

    const [image] = await at.rows('images')
    assert.equal(image.id, json.image.id)
    const stored = (await at.audit()).at(-1)
    assert.equal(stored.action, 'add_image')
    assert.equal(stored.actor_id, at.candidateId)
    assert.deepInclude(JSON.parse(stored.payload), { via: `handover:${phone.id}` })

    assert.deepInclude((await progress(at, phone)).json, { live: true, images: 1 })

    const tile = await phone.tab.get(json.image.thumbnailUrl)
    assert.equal(tile.status, 200)
    assert.equal(tile.headers.get('content-type'), 'image/jpeg')
  })

  test('the phone sees names, rules and what it sent, nothing of the person', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const before = await at.upload('ID_RESIDENT', picture('idfront-00'), { place: 'portrait' })
    const phone = await Phone.of(at)
    const item = await at.item('ID_RESIDENT')
    const sent = await phone.upload(item.id, picture('idback-00'))
    const { status, props, text } = await phone.page()
    assert.equal(status, 200)
    const shown = props.items.find(({ id }: { id: string }) => id === item.id)
    assert.equal(shown.taken, 2)
    assert.deepEqual(
      shown.tiles.map(({ id }: { id: string }) => id),
      [sent.json.image.id]
    )
    assert.isNull(props.viewer)
    const { name, idNo, phone: number } = at.known.person
    for (const secret of [name, idNo, number.slice(-4), at.candidateId, before.json.image.id]) {
      assert.notInclude(text, secret)
    }
    assert.isNotNull((await progress(at, phone)).json.openedAt)
  })

  test('a repeated upload stores nothing twice', async ({ assert }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    const { id } = await at.item('ID_RESIDENT')
    const first = await phone.upload(id, picture(), { key: 'the-same-photograph' })
    const again = await phone.upload(id, picture(), { key: 'the-same-photograph' })
    assert.equal(again.status, 201)
    assert.equal(again.json.image.id, first.json.image.id)
    assert.lengthOf(await at.rows('images'), 1)
    assert.equal((await progress(at, phone)).json.images, 1)
  })

  test('opened for one item, it takes pictures for that item alone', async ({ assert }) => {
    const at = await AtDossier.open()
    const card = await at.item('ID_RESIDENT')
    const diploma = await at.item('EDU_DIPLOMA')
    const phone = await Phone.of(at, diploma.id)
    const { props } = await phone.page()
    assert.deepEqual(
      props.items.map(({ id }: { id: string }) => id),
      [diploma.id]
    )
    assert.deepEqual(codeOf(await phone.upload(card.id)), [404, 'NOT_FOUND'])
    assert.equal((await phone.upload(diploma.id)).status, 201)
  })

  test('a locked item, a missing one and a stranger’s get no link', async ({ assert }) => {
    const at = await AtDossier.open()
    const other = await AtDossier.open('sc', 'p15')
    const notAsked = await at.item('EDU_DEGREE')
    assert.deepEqual(codeOf(await openLink(at, notAsked.id)), [409, 'ITEM_LOCKED'])
    const foreign = await other.item('ID_RESIDENT')
    assert.deepEqual(codeOf(await openLink(at, foreign.id)), [404, 'NOT_FOUND'])
    assert.equal((await openLink(at, 'no id')).status, 422)
    assert.isEmpty(await at.rows('handovers'))
  })

  test('a guest opens none, asks of none and ends none', async ({ assert }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    const guest = await Tab.guest()
    const path = `/sc/dossier/handovers/${phone.id}`
    assert.equal((await guest.post('/sc/dossier/handovers', { json: {} })).status, 401)
    assert.equal((await guest.get(path)).status, 401)
    assert.equal((await guest.delete(path)).status, 401)
  })

  test('another candidate learns nothing of it and cannot end it', async ({ assert }) => {
    const at = await AtDossier.open()
    const other = await AtDossier.open('sc', 'p15')
    const phone = await Phone.of(at)
    assert.deepEqual(codeOf(await progress(other, phone)), [404, 'NOT_FOUND'])
    const ended = await other.tab.delete(`/sc/dossier/handovers/${phone.id}`)
    assert.deepEqual(codeOf(ended), [404, 'NOT_FOUND'])
    assert.isTrue((await progress(at, phone)).json.live)
  })

  test('after a quarter of an hour nothing can be done with it', async ({ assert }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    const { id } = await at.item('ID_RESIDENT')
    const sent = await phone.upload(id)
    const now = clock.now()
    clock.freeze(now + 15 * MINUTE)
    assert.equal((await phone.page()).status, 404)
    const objects = storedObjects()
    assert.deepEqual(codeOf(await phone.upload(id, picture('idback-00'))), [404, 'HANDOVER_ENDED'])
    assert.deepEqual(storedObjects(), objects)
    assert.deepEqual(codeOf(await phone.tile(sent.json.image.id)), [404, 'HANDOVER_ENDED'])
    assert.isFalse((await progress(at, phone)).json.live)
    assert.lengthOf(await at.rows('images'), 1)
  })

  test('taken back, it ends at once; what came stays', async ({ assert }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    const { id } = await at.item('ID_RESIDENT')
    const sent = await phone.upload(id)
    const path = `/sc/dossier/handovers/${phone.id}`
    assert.equal((await at.tab.delete(path)).status, 200)
    assert.equal((await at.tab.delete(path)).status, 200, 'once more does no harm')
    assert.deepEqual(codeOf(await phone.upload(id, picture('idback-00'))), [404, 'HANDOVER_ENDED'])
    assert.equal((await phone.page()).status, 404)
    assert.deepEqual(codeOf(await phone.tile(sent.json.image.id)), [404, 'HANDOVER_ENDED'])
    assert.lengthOf(await at.rows('images'), 1)
    const audit = await rowsOf('audit_entries', { chain: `handover:${phone.id}` }, 'seq')
    assert.deepEqual(
      audit.map(({ action }) => action),
      ['handover.open', 'handover.end']
    )
  })

  test('a new link ends the one before', async ({ assert }) => {
    const at = await AtDossier.open()
    const old = await Phone.of(at)
    const fresh = await Phone.of(at)
    const { id } = await at.item('ID_RESIDENT')
    assert.deepEqual(codeOf(await old.upload(id)), [404, 'HANDOVER_ENDED'])
    assert.equal((await fresh.upload(id)).status, 201)
  })

  test('submitting ends it, also for what is returned later', async ({ assert }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    await at.returned('ID_RESIDENT')
    assert.equal((await at.row()).state, 'returned')
    const { id } = await at.item('ID_RESIDENT')
    assert.deepEqual(codeOf(await phone.upload(id)), [404, 'HANDOVER_ENDED'])
    assert.equal((await phone.page()).status, 404)
    assert.isFalse((await progress(at, phone)).json.live)

    const anew = await Phone.of(at)
    const { props } = await anew.page()
    assert.deepEqual(
      props.items.map((item: { id: string }) => item.id),
      [id],
      'only what was returned'
    )
  })

  test('where nothing takes pictures there is no link', async ({ assert }) => {
    const at = await AtDossier.open()
    await at.submitted()
    assert.deepEqual(codeOf(await openLink(at)), [409, 'NOTHING_TO_UPLOAD'])
    await closeUploadsAt('sc', clock.now() - MINUTE)
    const late = await AtDossier.open('bj', 'p05')
    assert.equal((await openLink(late)).status, 201, 'another region is still open')
  })

  test('an item of another candidate, a locked one and a full one are refused as always', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const other = await AtDossier.open('sc', 'p15')
    const phone = await Phone.of(at)
    const foreign = await other.item('ID_RESIDENT')
    assert.deepEqual(codeOf(await phone.upload(foreign.id)), [404, 'NOT_FOUND'])
    const notAsked = await at.item('EDU_DEGREE')
    assert.deepEqual(codeOf(await phone.upload(notAsked.id)), [409, 'ITEM_LOCKED'])
    const { id } = await at.item('ID_RESIDENT')
    await phone.upload(id, picture('idfront-00'))
    await phone.upload(id, picture('idback-00'))
    assert.deepEqual(codeOf(await phone.upload(id, picture('idfront-01'))), [409, 'ITEM_FULL'])
    assert.lengthOf(await other.rows('images'), 0)
  })

  test('it opens nothing else: no page, no other picture, no deleting, no submitting', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const before = await at.upload('ID_RESIDENT', picture('idfront-00'))
    const other = await AtDossier.open('sc', 'p15')
    const foreign = await other.upload('ID_RESIDENT', picture('idfront-00'))
    const phone = await Phone.of(at)
    const { id } = await at.item('ID_RESIDENT')
    const sent = await phone.upload(id, picture('idback-00'))
    const { id: imageId } = sent.json.image
    for (const image of [before.json.image.id, foreign.json.image.id, 'nonsense']) {
      assert.deepEqual(codeOf(await phone.tile(image)), [404, 'NOT_FOUND'])
    }
    assert.equal((await phone.tab.get(`/sc/images/${imageId}/preview`)).status, 401)
    assert.equal((await phone.tab.get(`${phone.path}/images/${imageId}/preview`)).status, 404)
    assert.equal((await phone.tab.get('/sc/dossier')).status, 401)
    assert.equal((await phone.tab.delete(`/sc/dossier/images/${imageId}`)).status, 401)
    assert.equal((await phone.tab.delete(`${phone.path}/images/${imageId}`)).status, 404)
    assert.equal((await phone.tab.post('/sc/dossier/submissions', { json: {} })).status, 401)
    assert.lengthOf(await at.rows('images'), 2)
    await at.delete(imageId)
    assert.deepEqual(codeOf(await phone.tile(imageId)), [404, 'NOT_FOUND'])
  })

  test('in another region, and with a character changed, it is none', async ({ assert }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    const { id } = await at.item('ID_RESIDENT')
    const elsewhere = phone.path.replace('/sc/', '/bj/')
    const changed = phone.path.slice(0, -1) + (phone.path.endsWith('A') ? 'B' : 'A')
    for (const path of [elsewhere, changed]) {
      assert.equal((await phone.page(path)).status, 404)
      const upload = await phone.tab.upload(`${path}/items/${id}/images`, picture())
      assert.deepEqual(codeOf(upload), [404, 'HANDOVER_ENDED'])
    }
    assert.isEmpty(await at.rows('images'))
  })

  test('an upload without the page’s token is refused', async ({ assert }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    const { id } = await at.item('ID_RESIDENT')
    const { status } = await phone.upload(id, picture(), { headers: { 'x-xsrf-token': 'none' } })
    assert.equal(status, 419)
    assert.isEmpty(await at.rows('images'))
  })

  test('one link takes so many uploads and no more; one candidate so many links', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const phone = await Phone.of(at)
    const { id } = await at.item('EDU_DEGREE')
    const statuses: number[] = []
    for (let n = 0; n < 81; n++) statuses.push((await phone.upload(id, Buffer.from('x'))).status)
    assert.deepEqual(statuses.slice(-2), [409, 429])
    const links: number[] = []
    for (let n = 0; n < 20; n++) links.push((await openLink(at)).status)
    assert.deepEqual(links.slice(-2), [201, 429])
  })
})
