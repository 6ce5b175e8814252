import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { carryOutExtension, concerned } from '#app/administration/actions/carry_out_extension'
import AuditEntry from '#app/audit/models/audit_entry'
import { passGate } from '#app/dossiers/gate'
import type Staff from '#app/identity/models/staff'
import { deliverOutbox } from '#app/messages/actions/deliver_outbox'
import Message from '#app/messages/models/message'
import Season from '#app/regions/models/season'
import SeasonExtension from '#app/regions/models/season_extension'
import SeasonWindow from '#app/regions/models/season_window'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { AtDossier } from '#tests/support/dossiers'
import { setWindows } from '#tests/support/season_rules'
import { inWorld, staffOf } from '#tests/support/world'

const HOUR = 3_600_000
const MINUTE = 60_000

test.group('Extension for everyone', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('only an administrator of the region makes one or looks what it would do', async ({
    client,
    assert,
  }) => {
    const { form } = await outage()
    const { id } = await season()
    for (const path of ['extensions', 'extension-previews']) {
      const guest = await post(client, null, id, path, form)
      guest.assertStatus(401)
      const foreign = await post(client, await staffOf('bj', 'region_admin'), id, path, form)
      foreign.assertStatus(404)
      const lead = await post(client, await staffOf('sc', 'region_lead'), id, path, form)
      lead.assertStatus(403)
      const admin = await staffOf('sc', 'region_admin')
      const unknown = await post(client, admin, 'nothing', path, form)
      unknown.assertStatus(404)
    }
    assert.lengthOf(await extensions(), 0)
  })

  test('window and cap move at once, with a reason in the chain that candidates read', async ({
    client,
    assert,
  }) => {
    const { form, end } = await outage()
    const admin = await staffOf('sc', 'region_admin')
    const before = await season()
    const cap = end + 40 * 24 * HOUR
    await runInRegion('sc', async () => {
      await before.merge({ returnCapAt: cap }).save()
    })
    const made = await post(client, admin, before.id, 'extensions', form)
    made.assertStatus(201)
    const now = await season()
    assert.equal(now.version, before.version + 1)
    assert.equal(now.returnCapAt, cap + 12 * HOUR)
    assert.deepEqual(await uploadEnds(), [end + 12 * HOUR])
    const [extension] = await extensions()
    assert.deepInclude(extension.$attributes, {
      oldEnd: end,
      newEnd: end + 12 * HOUR,
      movedBy: 12 * HOUR,
      madeBy: admin.id,
      reasonZh: '机房停电',
    })
    const [entry] = await chain()
    assert.deepInclude(entry.$attributes, { action: 'extended_for_everyone', actorId: admin.id })
    assert.deepInclude(entry.payload, { reasonZh: '机房停电', newEnd: end + 12 * HOUR })
    const portal = await client.get('/sc').withInertia()
    assert.deepEqual((portal.inertiaProps as any).extended, {
      until: end + 12 * HOUR,
      reason: { zh: '机房停电', en: null },
    })
  })

  test('drafts are told, running deadlines move, what lapsed in the outage comes back', async ({
    client,
    assert,
  }) => {
    const { form, end, since } = await outage()
    const draft = await AtDossier.open()
    const returned = await returnedDossier()
    const lapsed = await AtDossier.open('sc', 'p11')
    const submitted = await (await AtDossier.open()).submitted()
    const { deadline } = await returned.row()
    const { version } = await submitted.row()
    await lapseAt(lapsed, end + 15 * MINUTE)
    assert.isAbove((await lapsed.row()).lapsedAt!, since)

    clock.freeze(end + 20 * MINUTE)
    const admin = await staffOf('sc', 'region_admin')
    const { id } = await season()
    const preview = await post(client, admin, id, 'extension-previews', form)
    assert.deepInclude(preview.body(), { drafts: 1, returned: 1, lapsed: 1, movedBy: 12 * HOUR })
    assert.lengthOf(await extensions(), 0)

    const made = await post(client, admin, id, 'extensions', form)
    made.assertStatus(201)
    const [extension] = await extensions()
    assert.isNotNull(extension.finishedAt)
    assert.deepInclude(extension.$attributes, { told: 1, moved: 1, revived: 1, leftOut: 0 })
    assert.equal((await returned.row()).deadline, deadline! + 12 * HOUR)
    assert.equal((await lapsed.row()).state, 'draft')
    assert.equal((await submitted.row()).version, version)
    await runInRegion('sc', () => deliverOutbox())
    assert.include(await templatesOf(draft), 'uploads_extended')
    assert.include(await templatesOf(returned), 'extended')
    assert.include(await templatesOf(lapsed), 'revived')
    assert.notInclude(await templatesOf(submitted), 'extended')
  })

  test('what lapsed before the outage stays lapsed, and a deadline that was over stays over', async ({
    client,
    assert,
  }) => {
    const { form, since } = await outage()
    const lapsed = await AtDossier.open()
    await runInRegion('sc', async () => {
      const row = await lapsed.row()
      const gone = { live: null, lapsedFrom: 'draft' as const, lapsedAt: since - HOUR }
      await row.merge({ state: 'lapsed', ...gone }).save()
    })
    const returned = await returnedDossier()
    await runInRegion('sc', async () => {
      await (await returned.row()).merge({ deadline: since - MINUTE }).save()
    })
    const admin = await staffOf('sc', 'region_admin')
    const made = await post(client, admin, (await season()).id, 'extensions', form)
    made.assertStatus(201)
    assert.equal((await lapsed.row()).state, 'lapsed')
    assert.equal((await returned.row()).deadline, since - MINUTE)
  })

  test('carried out again, even half done, it does nothing twice', async ({ client, assert }) => {
    const { form } = await outage()
    const draft = await AtDossier.open()
    const returned = await returnedDossier()
    const { deadline } = await returned.row()
    const admin = await staffOf('sc', 'region_admin')
    await post(client, admin, (await season()).id, 'extensions', form)
    const [extension] = await extensions()
    // As after a crash: done, and nothing of it noted.
    await runInRegion('sc', async () => {
      await extension
        .merge({ finishedAt: null, reached: null, told: 0, moved: 0, revived: 0 })
        .save()
      assert.isTrue(await carryOutExtension(extension.id))
    })
    const [again] = await extensions()
    assert.deepInclude(again.$attributes, { told: 1, moved: 1, revived: 0, leftOut: 0 })
    assert.equal((await returned.row()).deadline, deadline! + 12 * HOUR)
    await runInRegion('sc', () => deliverOutbox())
    for (const [at, template] of [
      [draft, 'uploads_extended'],
      [returned, 'extended'],
    ] as const) {
      const told = (await templatesOf(at)).filter((one) => one === template)
      assert.lengthOf(told, 1)
    }
  })

  test('it goes on behind the dossier that was reached', async ({ assert }) => {
    await outage()
    const [first, second] = [await AtDossier.open(), await AtDossier.open()]
    const { id: seasonId } = await season()
    const ids = await runInRegion('sc', async () => {
      const span = { seasonId, since: clock.now(), newEnd: clock.now() }
      const all = await concerned(span)
      assert.lengthOf(all, 2)
      return (await concerned(span, all[0].id)).map(({ id }) => id)
    })
    const rows = [(await first.row()).id, (await second.row()).id].sort()
    assert.deepEqual(ids, [rows[1]])
  })

  test('where only returns run, they get the hours that were given', async ({ client, assert }) => {
    const returned = await returnedDossier()
    const { deadline } = await returned.row()
    const now = clock.now()
    await setWindows('sc', [{ kind: 'upload', from: now - 20 * HOUR, until: now - 10 * HOUR }])
    const admin = await staffOf('sc', 'region_admin')
    const { id, version } = await season()
    const form = { version, since: minute(now - HOUR), hours: 6, reasonZh: '系统维护' }
    const made = await post(client, admin, id, 'extensions', form)
    made.assertStatus(201)
    assert.equal((await returned.row()).deadline, deadline! + 6 * HOUR)
    assert.deepEqual(await uploadEnds(), [now - 10 * HOUR])
  })

  for (const [what, change, field] of [
    ['no outage', { since: '' }, 'since'],
    ['an outage to come', { since: '2099-01-01T00:00' }, 'since'],
    ['no new end', { newEnd: '' }, 'newEnd'],
    ['an end that is over', { newEnd: '2020-01-01T00:00' }, 'newEnd'],
    ['an end years from now', { newEnd: '2099-01-01T00:00' }, 'newEnd'],
    ['no reason', { reasonZh: '' }, 'reasonZh'],
    ['a reason of 10,000 characters', { reasonZh: '停'.repeat(10_000) }, 'reasonZh'],
  ] as [string, object, string][]) {
    test(`${what} is refused at its field and nothing moves`, async ({ client, assert }) => {
      const { form, end } = await outage()
      const admin = await staffOf('sc', 'region_admin')
      const { id } = await season()
      const refused = await post(client, admin, id, 'extensions', { ...form, ...change })
      refused.assertStatus(422)
      assert.equal(refused.body().errors[0].field, field)
      assert.deepEqual(await uploadEnds(), [end])
      assert.lengthOf(await extensions(), 0)
    })
  }

  test('of two administrators who extend at once, one does', async ({ client, assert }) => {
    const { form, end } = await outage()
    const { id } = await season()
    const first = await post(client, await staffOf('sc', 'region_admin'), id, 'extensions', form)
    first.assertStatus(201)
    const late = await post(client, await staffOf('sc', 'region_admin'), id, 'extensions', {
      ...form,
      newEnd: minute(end + 48 * HOUR),
    })
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'SEASON_MOVED_ON')
    assert.deepEqual(await uploadEnds(), [end + 12 * HOUR])
  })
})

/** Uploads run, and end in ten minutes; two hours ago the machines went out. */
async function outage() {
  const end = Math.ceil((clock.now() + 10 * MINUTE) / MINUTE) * MINUTE
  const since = end - 2 * HOUR
  await setWindows('sc', [{ kind: 'upload', from: end - 10 * 24 * HOUR, until: end }])
  const { version } = await season()
  const form = {
    version,
    since: minute(since),
    newEnd: minute(end + 12 * HOUR),
    reasonZh: '机房停电',
    reasonEn: '',
  }
  return { end, since, form }
}

async function returnedDossier() {
  const at = await AtDossier.open()
  await at.returned('ID_RESIDENT')
  return at
}

async function lapseAt(at: AtDossier, instant: number) {
  clock.freeze(instant)
  const { id } = await at.row()
  const by = { kind: 'system' as const, id: 'clock' as const }
  await at.inRegion(() => passGate({ dossierId: id, event: { type: 'lapse' }, by }))
  clock.freeze(null)
}

/** As one types it: the minute in China. */
function minute(at: number): string {
  return new Date(at + 8 * HOUR).toISOString().slice(0, 16)
}

function post(client: ApiClient, staff: Staff | null, id: string, path: string, form: object) {
  const request = client
    .post(`/sc/staff/seasons/${id}/${path}`)
    .withCsrfToken()
    .accept('json')
    .redirects(0)
    .json(form)
  return staff ? request.withGuard('staff').loginAs(staff) : request
}

function season(): Promise<Season> {
  return runInRegion('sc', () => Season.query().where('is_current', true).firstOrFail())
}

function extensions(): Promise<SeasonExtension[]> {
  return runInRegion('sc', () => SeasonExtension.query().orderBy('id'))
}

function uploadEnds(): Promise<number[]> {
  return runInRegion('sc', async () =>
    (await SeasonWindow.query().where('kind', 'upload')).map(({ endsAt }) => endsAt)
  )
}

async function templatesOf(at: AtDossier): Promise<string[]> {
  const { id } = await at.row()
  return at.inRegion(async () =>
    (await Message.query().where('dossier_id', id)).map(({ template }) => template)
  )
}

function chain(): Promise<any[]> {
  return runInRegion('sc', () => AuditEntry.query().where('chain', 'region:sc').orderBy('seq'))
}
