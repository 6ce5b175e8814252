import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import Candidate from '#app/identity/models/candidate'
import Dossier from '#app/dossiers/models/dossier'
import type Staff from '#app/identity/models/staff'
import Season from '#app/regions/models/season'
import PhoneCall from '#app/review/models/phone_call'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'
import type { PhoneListPageProps } from '../../../inertia/types/lists.js'
import {
  as,
  codeOf,
  fresh,
  handedIn,
  path,
  replacePictures,
  returning,
  review,
  submit,
  written,
} from './desk.js'

const HOUR = 3_600_000
/** Shandong calls after twelve hours (regions.json). */
const HOURS = 12

async function listFor(client: ApiClient, staff: Staff, query: object = {}, region = 'sd') {
  const response = await as(client.get(`/${region}/staff/phone-list`), staff)
    .qs(query)
    .withInertia()
  response.assertStatus(200)
  response.assertInertiaComponent('review/phone_list')
  return response.inertiaProps as unknown as PhoneListPageProps
}

const idsOf = ({ rows }: PhoneListPageProps) => rows.map(({ id }) => id)

async function returnedDossier(client: ApiClient, reviewer: Staff) {
  const dossier = await handedIn('sd', { pointId: '3701' })
  await review(client, reviewer, dossier, (all) => returning(all, [all[0].item]))
  return dossier
}

async function visit(client: ApiClient, { candidateId, regionId }: Dossier) {
  const candidate = await Candidate.findOrFail(candidateId)
  const page = await client
    .get(`/${regionId}/dossier`)
    .withGuard('candidate')
    .loginAs(candidate)
    .withInertia()
  page.assertStatus(200)
}

const log = (client: ApiClient, staff: Staff, dossier: Dossier, outcome: string, note?: string) =>
  as(client.post(path(dossier, '/phone-calls')), staff).json({ outcome, note })

test.group('Phone list', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('who has not looked within the region’s hours is on it; who looks leaves it', async ({
    client,
    assert,
  }) => {
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const start = clock.now()
    const unread = await returnedDossier(client, reviewer)
    const read = await returnedDossier(client, reviewer)
    assert.isEmpty(idsOf(await listFor(client, reviewer)), 'not yet')
    await visit(client, read)
    clock.freeze(start + HOURS * HOUR + 60_000)
    const page = await listFor(client, reviewer)
    assert.deepEqual(idsOf(page), [unread.id])
    assert.equal(page.hours, HOURS)
    assert.match(page.rows[0].phoneMasked, /^1\d{2}\*+\d{4}$/)
    const { audit } = await written(read)
    const [seen] = audit.filter(({ action }) => action === 'return_read')
    assert.equal(seen.actorId, read.candidateId)

    await visit(client, unread)
    await visit(client, unread)
    assert.isEmpty(idsOf(await listFor(client, reviewer)))
    const { audit: after } = await written(unread)
    assert.equal(after.filter(({ action }) => action === 'return_read').length, 1)
  })

  test('a second return is unread again, one that was taken back is none', async ({
    client,
    assert,
  }) => {
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const dossier = await returnedDossier(client, reviewer)
    await visit(client, dossier)
    const { core } = await fresh(dossier)
    await replacePictures(dossier, core.items.find(({ reopened }) => reopened)!.id)
    await submit(dossier)
    await review(client, reviewer, dossier, (all) => returning(all, [all[0].item]))
    const start = clock.now()
    clock.freeze(start + (HOURS + 1) * HOUR)
    assert.deepEqual(idsOf(await listFor(client, reviewer)), [dossier.id])
    ;(await as(client.delete(path(dossier, '/return')), reviewer)).assertStatus(200)
    assert.isEmpty(idsOf(await listFor(client, reviewer)))
  })

  test('who was reached leaves it; other calls stay with their notes', async ({
    client,
    assert,
  }) => {
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const start = clock.now()
    const dossier = await returnedDossier(client, reviewer)
    clock.freeze(start + (HOURS + 1) * HOUR)
    ;(await log(client, reviewer, dossier, 'not_reached', ' 关机 ')).assertStatus(201)
    clock.freeze(start + (HOURS + 2) * HOUR)
    ;(await log(client, reviewer, dossier, 'wrong_number')).assertStatus(201)
    const [row] = (await listFor(client, reviewer)).rows
    assert.deepEqual(
      row.calls.map(({ outcome, note, by }) => [outcome, note, by]),
      [
        ['wrong_number', null, reviewer.name],
        ['not_reached', '关机', reviewer.name],
      ]
    )
    ;(await log(client, reviewer, dossier, 'reached')).assertStatus(201)
    assert.isEmpty(idsOf(await listFor(client, reviewer)))
    const { audit } = await written(dossier)
    const calls = audit.filter(({ action }) => action === 'phone_call')
    assert.deepEqual(
      calls.map(({ payload }) => payload.outcome),
      ['not_reached', 'wrong_number', 'reached']
    )
    assert.notInclude(JSON.stringify(calls), '关机', 'the words stay out of the chain')
  })

  test('nothing is noted of what is not returned, and no outcome made by hand', async ({
    client,
    assert,
  }) => {
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const dossier = await handedIn('sd', { pointId: '3701' })
    assert.equal(codeOf(await log(client, reviewer, dossier, 'reached')), 'STATE_MOVED_ON')
    const returned = await returnedDossier(client, reviewer)
    ;(await log(client, reviewer, returned, 'perhaps')).assertStatus(422)
    ;(await log(client, reviewer, returned, 'reached', 'x'.repeat(501))).assertStatus(422)
    assert.isEmpty(await runInRegion('sd', () => PhoneCall.all()))
  })

  test('the number alone is revealed, and that is kept', async ({ client, assert }) => {
    const admin = await staffOf('sd', 'region_admin')
    const dossier = await returnedDossier(client, await staffOf('sd', 'point_reviewer', '3701'))
    const shown = await as(client.post(path(dossier, '/phone-reveals')), admin)
    shown.assertStatus(200)
    assert.match(shown.body().phone, /^1\d{10}$/)
    assert.deepEqual(Object.keys(shown.body()), ['phone'])
    const { audit } = await written(dossier)
    const [entry] = audit.filter(({ action }) => action === 'reveal')
    assert.deepEqual(entry.payload, { fields: ['phone'] })
    const auditor = await staffOf('sd', 'auditor')
    ;(await as(client.post(path(dossier, '/phone-reveals')), auditor)).assertStatus(403)
    assert.isFalse((await listFor(client, auditor)).mayCall)
  })

  test('it is sorted by deadline, keeps to the viewer’s points, and pages', async ({
    client,
    assert,
  }) => {
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const [first, second, third] = [
      await returnedDossier(client, reviewer),
      await returnedDossier(client, reviewer),
      await returnedDossier(client, reviewer),
    ]
    const now = clock.now()
    await runInRegion('sd', async () => {
      const due = [
        [first, null],
        [second, now + 40 * HOUR],
        [third, now + 20 * HOUR],
      ] as const
      for (const [{ id }, deadline] of due) {
        await (await Dossier.findOrFail(id)).merge({ deadline }).save()
      }
    })
    clock.freeze(now + (HOURS + 1) * HOUR)
    const page = await listFor(client, reviewer)
    assert.deepEqual(idsOf(page), [third.id, second.id, first.id])
    const beyond = await listFor(client, reviewer, { after: `${now + 20 * HOUR}.${third.id}` })
    assert.deepEqual(idsOf(beyond), [second.id, first.id])
    const last = await listFor(client, reviewer, { after: `${now + 40 * HOUR}.${second.id}` })
    assert.deepEqual(idsOf(last), [first.id])
    const other = await staffOf('sd', 'point_reviewer', '3703')
    assert.isEmpty(idsOf(await listFor(client, other)))
    for (const after of ['x', { $gt: '' }]) {
      assert.lengthOf(idsOf(await listFor(client, reviewer, { after })), 3)
    }
  })

  test('a region without the setting keeps none', async ({ client, assert }) => {
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    await returnedDossier(client, reviewer)
    await runInRegion('sd', async () => {
      const season = await Season.findByOrFail({ isCurrent: true })
      const { notifications } = season.settings
      const off = { ...notifications, phoneListForUnreadHours: null }
      await season.merge({ settings: { ...season.settings, notifications: off } }).save()
    })
    clock.freeze(clock.now() + 200 * HOUR)
    const page = await listFor(client, reviewer)
    assert.isNull(page.hours)
    assert.isEmpty(page.rows)
  })
})
