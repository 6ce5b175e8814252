import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { v7 as uuid } from 'uuid'
import AuditEntry from '#app/audit/models/audit_entry'
import ReviewConflict from '#app/dossiers/models/review_conflict'
import type Staff from '#app/identity/models/staff'
import { deliverOutbox } from '#app/messages/actions/deliver_outbox'
import Message from '#app/messages/models/message'
import ExamPoint from '#app/regions/models/exam_point'
import { currentSeason } from '#app/regions/queries/current_season'
import { clock } from '#app/shared/clock'
import { blindIndex } from '#app/shared/field_cipher'
import { runInRegion } from '#app/shared/region_context'
import { AtDossier, storedObjects } from '#tests/support/dossiers'
import { freshPicture, picture } from '#tests/support/pictures'
import { allowStaffUploads, closeUploadsAt, keepSeason } from '#tests/support/season_rules'
import { Tab, type Answer } from '#tests/support/tab'
import { inSharedWorld, staffOf } from '#tests/support/world'
import { as } from './desk.js'

const HOUR = 3_600_000
const codeOf = ({ status, json }: Answer) => [status, json?.errors?.[0]?.code]

const pathOf = (at: AtDossier, dossierId: string, rest = '') =>
  `/${at.region}/staff/assisted-uploads/${dossierId}${rest}`

/** A member of staff before whom a candidate stands. */
class Desk {
  private constructor(
    readonly at: AtDossier,
    readonly staff: Staff,
    readonly tab: Tab,
    readonly dossierId: string
  ) {}

  static async of(at: AtDossier, staff?: Staff) {
    const here = staff ?? (await staffOf(at.region, 'point_reviewer', await pointOf(at)))
    return new Desk(at, here, await Tab.staff(here), (await at.row()).id)
  }

  async upload(material: string, bytes = picture(), more: Parameters<Tab['upload']>[2] = {}) {
    const { id } = await this.at.item(material)
    return this.tab.upload(pathOf(this.at, this.dossierId, `/items/${id}/images`), bytes, more)
  }

  delete(imageId: string) {
    return this.tab.delete(pathOf(this.at, this.dossierId, `/images/${imageId}`))
  }

  find(q: string) {
    return this.tab.post(`/${this.at.region}/staff/assisted-uploads`, { json: { q } })
  }

  async page(client: ApiClient) {
    const path = pathOf(this.at, this.dossierId)
    const response = await as(client.get(path), this.staff).withInertia()
    response.assertStatus(200)
    return response.inertiaProps as any
  }
}

async function pointOf(at: AtDossier) {
  const { examPointId } = await at.row()
  return (await at.inRegion(() => ExamPoint.findOrFail(examPointId))).code
}

async function candidatesPage(at: AtDossier) {
  const { text } = await at.tab.get(`/${at.region}/dossier`, {
    headers: { 'accept': 'text/html', 'x-requested-with': '' },
  })
  const [, page] = /<script[^>]*data-page[^>]*>(.*?)<\/script>/s.exec(text)!
  return JSON.parse(page).props
}

test.group('Uploading for a candidate', (group) => {
  inSharedWorld(group)
  group.each.setup(async () => {
    const back = await keepSeason('sc')
    await allowStaffUploads('sc')
    return back
  })
  group.each.teardown(() => clock.freeze(null))

  test('a picture goes his own way; the audit and his page say who brought it', async ({
    client,
    assert,
  }) => {
    const at = await AtDossier.open()
    const desk = await Desk.of(at)
    const { status, json, text } = await desk.upload('ID_RESIDENT')
    assert.equal(status, 201, text)
    assert.equal(json.image.place, 'portrait')

    const [row] = await at.rows('images')
    assert.deepInclude(row, { id: json.image.id, added_by: desk.staff.id })
    const last = (await at.audit()).at(-1)
    assert.deepInclude(last, {
      action: 'add_image',
      actor_kind: 'staff',
      actor_id: desk.staff.id,
    })

    const { items, timeline } = await candidatesPage(at)
    const item = items.find(({ material }: any) => material === 'ID_RESIDENT')
    assert.equal(item.images[0].addedFor.by, desk.staff.name)
    assert.equal(item.images[0].addedFor.at, Number(row.received_at))
    assert.equal(timeline[0].action, 'added_for')

    const page = await desk.page(client)
    assert.equal(page.candidate.name, at.known.person.name)
    assert.notInclude(JSON.stringify(page), at.known.person.idNo)
    const shown = page.items.find(({ id }: any) => id === item.id)
    assert.equal(shown.tiles[0].thumbnailUrl, json.image.thumbnailUrl)
    assert.equal((await desk.tab.get(json.image.thumbnailUrl)).status, 200)
  })

  test('he is told once a visit, by a message and by one step of the history', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const desk = await Desk.of(at)
    const start = clock.now()
    clock.freeze(start)
    assert.equal((await desk.upload('ID_RESIDENT', picture('idfront-00'))).status, 201)
    const second = await desk.upload('ID_RESIDENT', picture('idback-00'))
    assert.equal(second.status, 201)
    const messages = async () => {
      await at.inRegion(() => deliverOutbox())
      return at.inRegion(() => Message.query().where('candidateId', at.candidateId))
    }
    assert.deepEqual(
      (await messages()).map(({ template }) => template),
      ['added_for']
    )
    const { timeline } = await candidatesPage(at)
    assert.equal(timeline.filter(({ action }: any) => action === 'added_for').length, 1)

    clock.freeze(start + HOUR + 1)
    assert.equal((await desk.delete(second.json.image.id)).status, 200)
    assert.lengthOf(await messages(), 2)
  })

  test('his own pictures stay covered until he hands them in, and can be replaced', async ({
    client,
    assert,
  }) => {
    const at = await AtDossier.open()
    const own = await at.upload('ID_RESIDENT', picture('idfront-00'), { place: 'portrait' })
    const desk = await Desk.of(at)
    const { items } = await desk.page(client)
    const tiles = items.flatMap((item: any) => item.tiles)
    assert.deepEqual(
      tiles.map(({ id, thumbnailUrl }: any) => [id, thumbnailUrl]),
      [[own.json.image.id, null]]
    )
    assert.equal((await desk.tab.get(own.json.image.thumbnailUrl)).status, 404)
    const { id } = await at.item('ID_RESIDENT')
    const path = pathOf(at, desk.dossierId, `/items/${id}/images?replaces=${own.json.image.id}`)
    const replaced = await desk.tab.upload(path, picture('idback-00'))
    assert.equal(replaced.status, 201, replaced.text)
    assert.equal(replaced.json.image.place, 'portrait')
  })

  test('a returned item takes them, what is locked does not', async ({ client, assert }) => {
    const at = await (await AtDossier.open()).returned('ID_RESIDENT')
    const desk = await Desk.of(at)
    const { items, closed } = await desk.page(client)
    const { id, images } = await at.item('ID_RESIDENT')
    assert.deepEqual(
      items.map((item: any) => item.id),
      [id]
    )
    assert.isNull(closed)
    assert.isString(items[0].tiles[0].thumbnailUrl)
    assert.equal((await desk.delete(images[0].id)).status, 200)
    assert.equal((await desk.upload('ID_RESIDENT', await freshPicture())).status, 201)

    const { core } = await at.read()
    const locked = core.items.find((item) => !item.reopened && item.images.length > 0)!
    const path = pathOf(at, desk.dossierId, `/items/${locked.id}/images`)
    assert.deepEqual(codeOf(await desk.tab.upload(path, picture())), [409, 'ITEM_LOCKED'])
    assert.deepEqual(codeOf(await desk.delete(locked.images[0].id)), [409, 'ITEM_LOCKED'])
  })

  test('not after he submitted, and not once the window has closed', async ({ client, assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const submitted = await Desk.of(at)
    assert.deepEqual(codeOf(await submitted.upload('ID_RESIDENT')), [409, 'ITEM_LOCKED'])
    assert.equal((await submitted.page(client)).closed, 'submitted')

    const late = await Desk.of(await AtDossier.open())
    await closeUploadsAt('sc', clock.now() - 1000)
    const objects = storedObjects()
    assert.deepEqual(codeOf(await late.upload('ID_RESIDENT')), [409, 'ITEM_LOCKED'])
    assert.equal((await late.page(client)).closed, 'window_closed')
    assert.deepEqual(storedObjects(), objects)
  })

  test('nothing where the region does not allow it', async ({ assert }) => {
    const at = await AtDossier.open()
    const desk = await Desk.of(at)
    const own = await at.upload('ID_RESIDENT', picture())
    await allowStaffUploads('sc', false)
    const refused = [403, 'STAFF_UPLOADS_OFF']
    assert.deepEqual(codeOf(await desk.upload('ID_RESIDENT', picture('idback-00'))), refused)
    assert.deepEqual(codeOf(await desk.delete(own.json.image.id)), refused)
    assert.deepEqual(codeOf(await desk.find(at.known.registration.externalNumber)), refused)
    assert.deepEqual(codeOf(await desk.tab.get(pathOf(at, desk.dossierId))), refused)
    assert.lengthOf(await at.rows('images'), 1)
  })

  test('another point, another region, no longer staff, who only reads', async ({ assert }) => {
    const at = await AtDossier.open()
    const here = await pointOf(at)
    const points = await at.inRegion(() => ExamPoint.query().whereNot('code', here))
    const elsewhere = await Desk.of(at, await staffOf('sc', 'point_reviewer', points[0].code))
    assert.deepEqual(codeOf(await elsewhere.upload('ID_RESIDENT')), [404, 'NOT_FOUND'])
    const found = await elsewhere.find(at.known.registration.externalNumber)
    assert.deepEqual(codeOf(found), [422, 'CANDIDATE_UNKNOWN'])

    const stranger = await Desk.of(at, await staffOf('sd', 'region_reviewer'))
    assert.deepEqual(codeOf(await stranger.upload('ID_RESIDENT')), [404, 'NOT_FOUND'])

    const suspended = await Desk.of(at)
    await suspended.staff.merge({ suspendedAt: clock.now() }).save()
    assert.oneOf((await suspended.upload('ID_RESIDENT')).status, [401, 404])

    const auditor = await Desk.of(at, await staffOf('sc', 'auditor'))
    assert.deepEqual(codeOf(await auditor.upload('ID_RESIDENT')), [403, 'NOT_ALLOWED'])
    assert.isEmpty(await at.rows('images'))
  })

  test('through the dossier of the address alone', async ({ assert }) => {
    const [mine, theirs] = [await AtDossier.open(), await AtDossier.open()]
    const desk = await Desk.of(mine)
    const { id } = await theirs.item('ID_RESIDENT')
    const path = pathOf(mine, desk.dossierId, `/items/${id}/images`)
    assert.equal((await desk.tab.upload(path, picture())).status, 404)
    const image = await theirs.upload('ID_RESIDENT', picture())
    assert.equal((await desk.delete(image.json.image.id)).status, 404)
    assert.lengthOf(await theirs.rows('images'), 1)
  })

  test('not his own file, nor one with a conflict', async ({ assert }) => {
    const at = await AtDossier.open()
    const own = await Desk.of(at)
    const idNoIndex = blindIndex('id_no', at.known.person.idNo)
    await own.staff.merge({ idNoIndex }).save()
    assert.deepEqual(codeOf(await own.upload('ID_RESIDENT')), [403, 'OWN_FILE'])

    const relative = await Desk.of(at)
    await at.inRegion(() =>
      ReviewConflict.create({
        ...{ id: uuid(), dossierId: relative.dossierId },
        ...{ staffId: relative.staff.id, declaredAt: clock.now() },
      })
    )
    assert.deepEqual(codeOf(await relative.upload('ID_RESIDENT')), [403, 'CONFLICT_DECLARED'])
    assert.isEmpty(await at.rows('images'))
  })

  test('he is found by his registration number or whole ID number, and by nothing less', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const desk = await Desk.of(at)
    const { registration, person } = at.known
    for (const q of [registration.externalNumber, person.idNo, person.idNo.toLowerCase()]) {
      const { status, json } = await desk.find(` ${q} `)
      assert.deepEqual([status, json.dossier], [200, desk.dossierId], q)
    }
    for (const q of [person.idNo.slice(-6), person.name.repeat(4), 'A-0000']) {
      assert.deepEqual(codeOf(await desk.find(q)), [422, 'CANDIDATE_UNKNOWN'], q)
    }
    assert.equal((await desk.find('x')).status, 422)
  })

  test('with the candidate into the last place: one of both', async ({ assert }) => {
    const at = await AtDossier.open()
    const desk = await Desk.of(at)
    const { max } = await at.item('ID_RESIDENT')
    for (let n = 1; n < max; n++) {
      assert.equal((await at.upload('ID_RESIDENT', picture('idfront-00'))).status, 201)
    }
    const bytes = await freshPicture()
    const answers = await Promise.all([
      at.upload('ID_RESIDENT', picture('idback-00')),
      desk.upload('ID_RESIDENT', bytes),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409])
    assert.lengthOf((await at.item('ID_RESIDENT')).images, max)
  })

  test('a repeated request is answered again and stores nothing twice', async ({ assert }) => {
    const at = await AtDossier.open()
    const desk = await Desk.of(at)
    const key = uuid()
    const first = await desk.upload('ID_RESIDENT', picture(), { key })
    const again = await desk.upload('ID_RESIDENT', picture(), { key })
    assert.deepEqual([first.status, again.status], [201, 201])
    assert.equal(again.json.image.id, first.json.image.id)
    assert.lengthOf(await at.rows('images'), 1)
  })

  test('the season’s administrator switches it, with an entry', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { season } = (await runInRegion('sc', () => currentSeason()))!
    const path = `/sc/staff/seasons/${season.id}/staff-uploads`
    const send = (version: number, on: boolean) => as(client.put(path), admin).json({ version, on })
    const same = await send(season.version, true)
    same.assertStatus(200)
    assert.equal(same.body().version, season.version, 'nothing differs')
    const off = await send(season.version, false)
    assert.equal(off.body().version, season.version + 1)
    const late = await send(season.version, true)
    late.assertStatus(409)
    const entry = await runInRegion('sc', () =>
      AuditEntry.query().where('chain', 'region:sc').orderBy('seq', 'desc').firstOrFail()
    )
    assert.equal(entry.action, 'staff_uploads_switched')
    assert.equal(entry.actorId, admin.id)
  })
})
