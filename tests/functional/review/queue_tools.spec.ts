import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import type Dossier from '#app/dossiers/models/dossier'
import type Staff from '#app/identity/models/staff'
import Registration from '#app/registrations/models/registration'
import { idTailIndexes } from '#app/registrations/id_tails'
import { clock } from '#app/shared/clock'
import { decryptField } from '#app/shared/field_cipher'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'
import type { QueueNews, QueuePageProps } from '../../../inertia/types/review.js'
import { as, claimed, codeOf, fresh, handedIn, path, returning, review, send } from './desk.js'

const HOUR = 3_600_000
const LEASE = 20 * 60_000
const AT = { pointId: '3701' }
const pointReviewer = () => staffOf('sd', 'point_reviewer', '3701')

async function queueOf(client: ApiClient, staff: Staff, query: object = {}) {
  const response = await as(client.get('/sd/staff/queue'), staff).qs(query).withInertia()
  response.assertStatus(200)
  return response.inertiaProps as unknown as QueuePageProps
}
const idsOf = ({ rows }: QueuePageProps) => rows.map(({ id }) => id)

async function newsFor(client: ApiClient, staff: Staff, query: object) {
  const response = await as(client.get('/sd/staff/queue/news'), staff).qs(query)
  response.assertStatus(200)
  return response.body() as QueueNews
}

const registrationOf = ({ registrationId }: Dossier) =>
  runInRegion('sd', () => Registration.findOrFail(registrationId))

async function severalHandedIn(n: number, apart = HOUR) {
  const start = clock.now()
  const dossiers = []
  for (let at = 0; at < n; at++) {
    clock.freeze(start + at * apart)
    dossiers.push(await handedIn('sd', AT))
  }
  return dossiers
}

test.group('Finding in the queue', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('the last digits of an ID number find it, others and parts of them do not', async ({
    client,
    assert,
  }) => {
    const [dossier] = await severalHandedIn(2)
    const registration = await registrationOf(dossier)
    const idNo = `${decryptField(registration.idNoEncrypted).slice(0, 12)}98765X`
    await runInRegion('sd', () => registration.merge(idTailIndexes(idNo)).save())
    const reviewer = await pointReviewer()
    const found = async (q: string) => idsOf(await queueOf(client, reviewer, { q }))
    for (const q of ['98765X', '98765x', '765X']) assert.deepEqual(await found(q), [dossier.id], q)
    for (const q of ['8765X', '65X', '98765', '987651']) assert.isEmpty(await found(q), q)
    const { tabs } = await queueOf(client, reviewer, { q: '765X' })
    assert.equal(tabs.find(({ code }) => code === 'waiting')!.count, 1)
  })

  test('what the registration system sends is indexed by its last digits', async ({ assert }) => {
    const registration = await registrationOf(await handedIn('sd', AT))
    const indexes = idTailIndexes(decryptField(registration.idNoEncrypted))
    assert.containsSubset(registration.$attributes, indexes)
  })

  test('filters by category, stage, age, round and flag', async ({ client, assert }) => {
    const [old, young] = await severalHandedIn(2, 30 * HOUR)
    const reviewer = await pointReviewer()
    await runInRegion('sd', async () => {
      const of = (id: string) => db.from('dossiers').where({ region_id: 'sd', id })
      await of(old.id).update({ flag: 'escalated', round: 3 })
      await of(young.id).update({ category: 'dental' })
    })
    const ask = async (query: object) => idsOf(await queueOf(client, reviewer, query))
    assert.deepEqual(await ask({ age: 24 }), [old.id])
    assert.deepEqual(await ask({ age: 48 }), [])
    assert.deepEqual(await ask({ round: 3 }), [old.id])
    assert.deepEqual(await ask({ round: 1 }), [young.id])
    assert.deepEqual(await ask({ flag: 'escalated' }), [old.id])
    assert.deepEqual(await ask({ flag: 'repeated' }), [])
    assert.deepEqual(await ask({ stage: 0 }), [old.id, young.id])
    assert.deepEqual(await ask({ stage: 1 }), [])
    assert.deepEqual(await ask({ tab: 'flagged' }), [old.id])
    const { categories } = await queueOf(client, reviewer)
    const { category } = await registrationOf(old)
    assert.include(
      categories.map(({ id }) => id),
      category
    )
    assert.deepEqual(await ask({ category }), [old.id])
  })

  test('what nobody knows is left out and named', async ({ client, assert }) => {
    const { id } = await handedIn('sd', AT)
    const page = await queueOf(client, await pointReviewer(), {
      ...{ tab: 'nonsense', age: '25', stage: '-1', round: 'x', flag: { not: 'a' }, sort: 'name' },
      ...{ point: 'nowhere', category: 'plumber', after: 'x' },
    })
    assert.deepEqual(idsOf(page), [id])
    assert.sameMembers(page.ignored, [
      ...['tab=nonsense', 'age=25', 'stage=-1', 'round=x', 'flag', 'sort=name'],
      ...['point=nowhere', 'category=plumber', 'after=x'],
    ])
    assert.isEmpty((await queueOf(client, await pointReviewer(), { tab: 'all' })).ignored)
  })

  test('pages go back as they went forward', async ({ client, assert }) => {
    const start = clock.now()
    const { regionId, id } = await handedIn('sd', AT)
    await copies(regionId, id, 44)
    clock.freeze(start + HOUR)
    const reviewer = await pointReviewer()
    for (const tab of ['waiting', 'all']) {
      const forward: string[][] = []
      let page = await queueOf(client, reviewer, { tab })
      assert.isNull(page.previous)
      for (;;) {
        forward.push(idsOf(page))
        if (!page.next) break
        page = await queueOf(client, reviewer, { tab, after: page.next })
      }
      const back = [idsOf(page)]
      while (page.previous) {
        page = await queueOf(client, reviewer, { tab, before: page.previous })
        back.unshift(idsOf(page))
      }
      assert.deepEqual(back, forward, tab)
    }
  })

  test('returns are sorted by their deadline on request', async ({ client, assert }) => {
    const [first, second] = await severalHandedIn(2)
    const reviewer = await pointReviewer()
    for (const dossier of [second, first]) {
      await review(client, reviewer, dossier, (all) => returning(all, [all[0].item]))
    }
    await runInRegion('sd', () =>
      db.from('dossiers').where({ region_id: 'sd', id: second.id }).increment('deadline', -HOUR)
    )
    const page = await queueOf(client, reviewer, { tab: 'returned', sort: 'deadline' })
    assert.deepEqual(idsOf(page), [second.id, first.id])
    assert.isBelow(page.rows[0].dueAt!, page.rows[1].dueAt!)
  })

  test('work is sorted by when it must be done', async ({ client, assert }) => {
    // 48 hours at the point, more at the region: who came later may be due earlier.
    const [early, late] = await severalHandedIn(2)
    await review(client, await pointReviewer(), early)
    const lead = await staffOf('sd', 'region_lead')
    const page = await queueOf(client, lead, { tab: 'submitted', sort: 'deadline' })
    assert.deepEqual(idsOf(page), [late.id, early.id])
    const dues = page.rows.map(({ dueAt }) => dueAt!)
    assert.deepEqual(dues, dues.toSorted())
  })
})

test.group('Saved filters', (group) => {
  inWorld(group)

  test('are kept, renamed, made the usual one and deleted, each for its owner', async ({
    client,
    assert,
  }) => {
    const [mine, other] = [await pointReviewer(), await pointReviewer()]
    const put = (staff: Staff, name: string, body: object) =>
      as(client.put(`/sd/staff/filters/${encodeURIComponent(name)}`), staff).json(body)
    const savedOf = async (staff: Staff) => (await queueOf(client, staff, { tab: 'all' })).saved

    ;(await put(mine, '超时', { query: 'age=48&tab=waiting&nonsense=1' })).assertStatus(204)
    assert.deepEqual(await savedOf(mine), [
      { name: '超时', query: 'tab=waiting&age=48', isDefault: false },
    ])
    assert.isEmpty(await savedOf(other))
    ;(await put(mine, '超时', { newName: '两天', isDefault: true })).assertStatus(204)
    const plain = await as(client.get('/sd/staff/queue'), mine).accept('html').redirects(0)
    assert.equal(plain.header('location'), '/sd/staff/queue?tab=waiting&age=48')
    ;(await put(mine, '三天', { query: 'age=72', isDefault: true })).assertStatus(204)
    assert.deepEqual(
      (await savedOf(mine)).map(({ name, isDefault }) => [name, isDefault]),
      [
        ['三天', true],
        ['两天', false],
      ]
    )
    const taken = await put(mine, '三天', { newName: '两天' })
    assert.equal(codeOf(taken), 'FILTER_NAME_TAKEN')
    ;(await put(mine, '空'.repeat(41), {})).assertStatus(422)
    await as(client.delete('/sd/staff/filters/三天'), other)
    assert.lengthOf(await savedOf(mine), 2)
    await as(client.delete('/sd/staff/filters/三天'), mine)
    assert.lengthOf(await savedOf(mine), 1)
  })
})

test.group('Claims of several and of others', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('several are claimed at once; who was faster is said', async ({ client, assert }) => {
    const dossiers = await severalHandedIn(3)
    const elsewhere = await handedIn('sd', { pointId: '3703' })
    const [mine, other] = [await pointReviewer(), await pointReviewer()]
    await claimed(client, other, dossiers[1])
    const answer = await as(client.post('/sd/staff/claim-batches'), mine).json({
      dossiers: [...dossiers, elsewhere].map(({ id }) => id),
    })
    answer.assertStatus(200)
    assert.deepEqual(answer.body().claimed, [dossiers[0].id, dossiers[2].id])
    const [{ id, name, code }] = answer.body().missed
    assert.lengthOf(answer.body().missed, 1)
    assert.deepEqual([id, code], [dossiers[1].id, 'NOT_CLAIMABLE'])
    assert.equal(name, decryptField((await registrationOf(dossiers[1])).nameEncrypted))
    assert.equal((await fresh(elsewhere)).row.state, 'submitted')
  })

  test('twenty at most, and nothing that is no id', async ({ client }) => {
    const mine = await pointReviewer()
    const post = (dossiers: unknown) =>
      as(client.post('/sd/staff/claim-batches'), mine).json({ dossiers })
    const ids = Array.from({ length: 21 }, (_, n) => String(n).padStart(36, '0'))
    ;(await post(ids)).assertStatus(422)
    ;(await post([])).assertStatus(422)
    ;(await post(["' or 1=1 --"])).assertStatus(422)
    ;(await post(ids.slice(1))).assertStatus(200)
  })

  test('an open page hears of claims and of what is new', async ({ client, assert }) => {
    const [dossier, untouched] = await severalHandedIn(2)
    const [mine, other] = [await pointReviewer(), await pointReviewer()]
    const { asOf, rows } = await queueOf(client, mine)
    const ask = { since: asOf, shown: rows.map(({ id }) => id).join('_') }
    assert.containsSubset(await newsFor(client, mine, ask), { fresh: 0, lost: [] })
    await claimed(client, other, dossier)
    clock.freeze(asOf + 60_000)
    await handedIn('sd', AT)
    await handedIn('sd', { pointId: '3703' })
    const news = await newsFor(client, mine, ask)
    assert.equal(news.fresh, 1)
    assert.containsSubset(news.rows, [
      { id: dossier.id, state: 'in_review', claim: { name: other.name, mine: false } },
    ])
    assert.deepEqual(
      news.rows.map(({ id, claimable }) => [id, claimable]).sort(),
      [
        [dossier.id, false],
        [untouched.id, true],
      ].sort()
    )
    const stranger = await staffOf('sd', 'point_reviewer', '3703')
    assert.isEmpty((await newsFor(client, stranger, ask)).rows)
  })

  test('whose claim a lead takes over is told, and his token is void', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', AT)
    const [mine, lead] = [await pointReviewer(), await staffOf('sd', 'region_lead')]
    const token = await claimed(client, mine, dossier)
    ;(await as(client.post(path(dossier, '/takeovers')), lead)).assertStatus(200)
    const [lost] = (await newsFor(client, mine, {})).lost
    assert.containsSubset(lost, { by: lead.name, dossier: dossier.id })
    assert.isEmpty((await newsFor(client, lead, {})).lost)
    const renewal = await as(client.put(path(dossier, '/claims')), mine).json({ token })
    assert.equal(codeOf(renewal), 'CLAIM_LOST')
    const finish = await send(client, mine, dossier, { token, verdicts: [] })
    assert.equal(codeOf(finish), 'CLAIM_LOST')
    clock.freeze(clock.now() + 2 * HOUR)
    assert.isEmpty((await newsFor(client, mine, {})).lost)
  })

  test('working on it renews the lease; who is late is told', async ({ client, assert }) => {
    const dossier = await handedIn('sd', AT)
    const mine = await pointReviewer()
    const token = await claimed(client, mine, dossier)
    const start = clock.now()
    clock.freeze(start + LEASE / 2)
    const renewal = await as(client.put(path(dossier, '/claims')), mine).json({ token })
    assert.equal(renewal.body().until, start + LEASE / 2 + LEASE)
    clock.freeze(start + LEASE + 1)
    assert.equal((await fresh(dossier)).row.claimBy, mine.id)
    clock.freeze(start + 2 * LEASE)
    const late = await as(client.put(path(dossier, '/claims')), mine).json({ token })
    assert.equal(codeOf(late), 'CLAIM_EXPIRED')
    ;(await as(client.put(path(dossier, '/claims')), mine).json({ token: 0 })).assertStatus(422)
  })

  test('a decision at a stage that it has left is refused', async ({ client, assert }) => {
    const dossier = await handedIn('sd', AT)
    const mine = await pointReviewer()
    const token = await claimed(client, mine, dossier)
    const { core } = await fresh(dossier)
    const verdicts = core.items
      .filter(({ images }) => images.length > 0)
      .map(({ id }) => ({ item: id, verdict: 'accepted' as const, reasons: [], note: null }))
    ;(await send(client, mine, dossier, { token, verdicts })).assertStatus(200)
    const again = await send(client, mine, dossier, { token, verdicts })
    assert.oneOf(codeOf(again), ['STATE_MOVED_ON', 'CLAIM_LOST', 'NOT_YOUR_STAGE'])
    assert.equal((await fresh(dossier)).row.stage, 1)
  })
})

/** More dossiers like this one, two of each instant. */
async function copies(regionId: string, id: string, n: number) {
  await runInRegion(regionId, async () => {
    const [row] = await db.from('dossiers').where({ region_id: regionId, id })
    const [registration] = await db
      .from('registrations')
      .where({ region_id: regionId, id: row.registration_id })
    for (let at = 0; at < n; at++) {
      const fake = `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`
      const number = `${registration.external_number}-${at}`
      await db.table('registrations').insert({ ...registration, id: fake, external_number: number })
      const waiting = { stage_entered_at: Number(row.stage_entered_at) + Math.floor(at / 2) }
      await db.table('dossiers').insert({ ...row, id: fake, registration_id: fake, ...waiting })
    }
  })
}
