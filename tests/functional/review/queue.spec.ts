import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import Dossier from '#app/dossiers/models/dossier'
import type Staff from '#app/identity/models/staff'
import ExamPoint from '#app/regions/models/exam_point'
import Registration from '#app/registrations/models/registration'
import { blindIndex, encryptField } from '#app/shared/field_cipher'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { addMembership, inWorld, newStaff, staffOf } from '#tests/support/world'
import type { QueuePageProps } from '../../../inertia/types/review.js'
import { as, claimed, draftOf, fresh, handedIn, returning, review } from './desk.js'

const HOUR = 3_600_000

async function queueOf(client: ApiClient, staff: Staff, query: object = {}, region = 'sd') {
  const response = await as(client.get(`/${region}/staff/queue`), staff)
    .qs(query)
    .withInertia()
  response.assertStatus(200)
  response.assertInertiaComponent('review/queue')
  return response.inertiaProps as unknown as QueuePageProps
}

const idsOf = ({ rows }: QueuePageProps) => rows.map(({ id }) => id)
const countsOf = ({ tabs }: QueuePageProps) =>
  Object.fromEntries(tabs.map(({ code, count }) => [code, count]))

function rename({ registrationId, regionId }: Dossier, name: string) {
  return runInRegion(regionId, async () => {
    const registration = await Registration.findOrFail(registrationId)
    const sealed = { nameEncrypted: encryptField(name), nameIndex: blindIndex('name', name) }
    await registration.merge(sealed).save()
    return registration
  })
}

test.group('The queue', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('sends guests to the sign-in and hides itself from other regions’ staff', async ({
    client,
    assert,
  }) => {
    const guest = await client.get('/sd/staff/queue').redirects(0)
    assert.equal(guest.header('location'), '/staff/login')
    const stranger = await as(client.get('/sd/staff/queue'), await staffOf('sc', 'region_lead'))
    stranger.assertStatus(404)
    const nowhere = await as(client.get('/zz/staff/queue'), await staffOf('sc', 'region_lead'))
    nowhere.assertStatus(404)
  })

  test('shows a point’s reviewer his own, without drafts, longest waiting first', async ({
    client,
    assert,
  }) => {
    const start = clock.now()
    const mine = []
    for (const minute of [1, 2, 3]) {
      clock.freeze(start + minute * 60_000)
      mine.push(await handedIn('sd', { pointId: '3701' }))
      await handedIn('sd', { pointId: '3703' })
    }
    await draftOf('sd', { pointId: '3701' })
    const page = await queueOf(client, await staffOf('sd', 'point_reviewer', '3701'))
    assert.deepEqual(
      idsOf(page),
      mine.map(({ id }) => id)
    )
    assert.deepEqual(countsOf(page), {
      waiting: 3,
      mine: 0,
      submitted: 3,
      returned: 0,
      approved: 0,
      all: 3,
    })
    assert.deepEqual(
      page.points.map(({ name }) => name.zh),
      ['济南考点']
    )
    assert.isTrue(page.rows.every(({ claimable }) => claimable))
    const [row] = page.rows
    assert.equal(row.stage!.zh, '考点审核')
    assert.isAbove(row.images, 0)
    assert.equal(row.round, 1)
    assert.notMatch(row.name, /^eyJ|:/)
  })

  test('a registration point’s clerk sees his own, its exam point sees it too', async ({
    client,
    assert,
  }) => {
    await runInRegion('gd', async () => {
      const parent = await ExamPoint.findByOrFail({ code: '4401' })
      const names = { zh: '越秀区报名点', en: null, phone: null }
      await ExamPoint.create({ code: '440104', parentId: parent.id, ...names })
    })
    const below = await handedIn('gd', { persona: 'p03', pointId: '440104' })
    const above = await handedIn('gd', { persona: 'p03', pointId: '4401' })
    const clerk = await staffOf('gd', 'regpoint_clerk', '440104')
    const point = await staffOf('gd', 'point_reviewer', '4401')
    const other = await staffOf('gd', 'point_reviewer', '4452')

    const clerksPage = await queueOf(client, clerk, {}, 'gd')
    assert.deepEqual(idsOf(clerksPage), [below.id])
    const pointsPage = await queueOf(client, point, { tab: 'all' }, 'gd')
    assert.sameMembers(idsOf(pointsPage), [below.id, above.id])
    assert.equal(countsOf(pointsPage).waiting, 0, 'the first stage is the clerks’')
    assert.isEmpty(idsOf(await queueOf(client, other, { tab: 'all' }, 'gd')))
    await review(client, clerk, below)
    assert.deepEqual(idsOf(await queueOf(client, point, {}, 'gd')), [below.id])
  })

  test('each tab has its state; what is claimed shows by whom', async ({ client, assert }) => {
    const at = { pointId: '3701' }
    const [waiting, mine, theirs, returned, approved] = [
      await handedIn('sd', at),
      await handedIn('sd', at),
      await handedIn('sd', at),
      await handedIn('sd', at),
      await handedIn('sd', at),
    ]
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const colleague = await staffOf('sd', 'point_reviewer', '3701')
    await claimed(client, reviewer, mine)
    await claimed(client, colleague, theirs)
    await review(client, reviewer, returned, (all) => returning(all, [all[0].item]))
    await review(client, reviewer, approved)
    await review(client, await staffOf('sd', 'region_reviewer'), approved)

    const page = await queueOf(client, reviewer)
    assert.deepEqual(countsOf(page), {
      waiting: 1,
      mine: 1,
      submitted: 3,
      returned: 1,
      approved: 1,
      all: 5,
    })
    assert.deepEqual(page.figures, { waiting: 1, overdue: 0, mine: 1, approvedToday: 1 })
    assert.deepEqual(idsOf(page), [waiting.id])
    const [own] = (await queueOf(client, reviewer, { tab: 'mine' })).rows
    assert.equal(own.id, mine.id)
    assert.isTrue(own.claim!.mine)
    assert.isFalse(own.claimable)
    const { rows } = await queueOf(client, reviewer, { tab: 'submitted' })
    const held = rows.find(({ id }) => id === theirs.id)!
    assert.equal(held.claim!.name, colleague.name)
    assert.isFalse(held.claim!.mine)
    assert.deepEqual(idsOf(await queueOf(client, reviewer, { tab: 'returned' })), [returned.id])
    assert.deepEqual(idsOf(await queueOf(client, reviewer, { tab: 'approved' })), [approved.id])
  })

  test('an auditor reads all of the region and can claim nothing', async ({ client, assert }) => {
    await handedIn('sd', { pointId: '3701' })
    await handedIn('sd', { pointId: '3703' })
    await handedIn('sc')
    const page = await queueOf(client, await staffOf('sd', 'auditor'), { tab: 'all' })
    assert.equal(page.rows.length, 2)
    assert.isTrue(page.rows.every(({ claimable }) => !claimable))
    assert.deepEqual([countsOf(page).waiting, page.figures.waiting], [0, 0])
  })

  test('somebody with two posts sees both', async ({ client, assert }) => {
    const staff = await newStaff('two-posts')
    await addMembership(staff, 'sd', 'point_reviewer', '3703')
    await addMembership(staff, 'sd', 'region_reviewer')
    const early = await handedIn('sd', { pointId: '3703' })
    const elsewhere = await handedIn('sd', { pointId: '3701' })
    const late = await handedIn('sd', { pointId: '3701' })
    await review(client, await staffOf('sd', 'point_reviewer', '3701'), late)
    const page = await queueOf(client, staff)
    assert.sameMembers(idsOf(page), [early.id, late.id])
    assert.include(idsOf(await queueOf(client, staff, { tab: 'all' })), elsewhere.id)
  })

  test('marks what has waited longer than its stage allows', async ({ client, assert }) => {
    const start = clock.now()
    const old = await handedIn('sd', { pointId: '3701' })
    clock.freeze(start + 48 * HOUR + 1000)
    const young = await handedIn('sd', { pointId: '3701' })
    const page = await queueOf(client, await staffOf('sd', 'point_reviewer', '3701'))
    assert.deepEqual(
      page.rows.map(({ id, overdue }) => [id, overdue]),
      [
        [old.id, true],
        [young.id, false],
      ]
    )
    assert.equal(page.figures.overdue, 1)
  })

  test('finds a whole name or registration number, and filters by point', async ({
    client,
    assert,
  }) => {
    const [first, second] = [
      await handedIn('sd', { pointId: '3701' }),
      await handedIn('sd', { pointId: '3703' }),
    ]
    const registration = await rename(first, '欧阳婉清')
    const auditor = await staffOf('sd', 'auditor')
    const ask = async (query: object) =>
      idsOf(await queueOf(client, auditor, { tab: 'all', ...query }))

    assert.deepEqual(await ask({ q: '欧阳婉清' }), [first.id])
    assert.deepEqual(await ask({ q: ' 欧阳婉清 ' }), [first.id])
    assert.deepEqual(await ask({ q: '欧阳' }), [])
    assert.deepEqual(await ask({ q: registration.externalNumber }), [first.id])
    assert.deepEqual(await ask({ q: "' or 1=1 --" }), [])
    assert.deepEqual(await ask({ point: second.examPointId }), [second.id])
    assert.deepEqual(await ask({ point: second.examPointId, q: '欧阳婉清' }), [])
    const page = await queueOf(client, auditor, { tab: 'all', q: '欧阳婉清' })
    assert.deepEqual([countsOf(page).all, page.filters.q], [1, '欧阳婉清'])
  })

  test('another point’s id in the address filters nothing in', async ({ client, assert }) => {
    const other = await handedIn('sd', { pointId: '3703' })
    const own = await handedIn('sd', { pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const page = await queueOf(client, reviewer, { point: other.examPointId })
    assert.deepEqual(idsOf(page), [own.id])
    assert.equal(page.filters.point, '')
  })

  test('an address made by hand shows a list, never an error', async ({ client, assert }) => {
    const { id } = await handedIn('sd', { pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    for (const query of [
      { tab: 'nonsense' },
      { tab: ['waiting', 'all'] },
      { after: 'x' },
      { after: '1.2' },
      { point: { $gt: '' } },
      { q: { like: '%' } },
    ]) {
      assert.deepEqual(idsOf(await queueOf(client, reviewer, query)), [id], JSON.stringify(query))
    }
  })

  test('pages by cursor: each dossier once, also those of the same instant', async ({
    client,
    assert,
  }) => {
    const { regionId, id } = await handedIn('sd', { pointId: '3701' })
    await multiply(regionId, id, 44)
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    for (const tab of ['waiting', 'all']) {
      const seen: string[] = []
      const sizes: number[] = []
      let after: string | null = ''
      while (after !== null) {
        const page: QueuePageProps = await queueOf(client, reviewer, {
          tab,
          ...(after && { after }),
        })
        seen.push(...idsOf(page))
        sizes.push(page.rows.length)
        after = page.next
      }
      assert.deepEqual(sizes, [20, 20, 5])
      assert.equal(new Set(seen).size, 45)
    }
  })

  test('costs the same number of statements however long it is', async ({ client, assert }) => {
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const { regionId, id } = await handedIn('sd', { pointId: '3701' })
    const count = async () => {
      let statements = 0
      const listen = ({ sql }: { sql: string }) => {
        if (/dossiers|images|exam_points|releases|seasons|decisions/.test(sql)) statements++
      }
      const { client: knex } = db.connection().getReadClient()
      // What is looked for once a second is looked for each time.
      clock.freeze(clock.now() + 2000)
      knex.on('query', listen)
      await queueOf(client, reviewer)
      knex.off('query', listen)
      return statements
    }
    const one = await count()
    await multiply(regionId, id, 19)
    assert.equal(await count(), one)
    assert.isAtMost(one, 6)
  })
})

/** More dossiers like this one, waiting since the same two instants. */
async function multiply(regionId: string, id: string, n: number) {
  await runInRegion(regionId, async () => {
    const { row } = await fresh({ regionId, id } as Dossier)
    const registration = await Registration.findOrFail(row.registrationId)
    for (let i = 0; i < n; i++) {
      const { id: registrationId } = await Registration.create({
        ...withoutId(registration.$attributes),
        externalNumber: `${registration.externalNumber}-${i}`,
      })
      await Dossier.create({
        ...withoutId((await Dossier.findOrFail(row.id)).$attributes),
        registrationId,
        stageEnteredAt: row.stageEnteredAt + (i % 2),
      })
    }
  })
}

function withoutId({ id, ...others }: Record<string, any>) {
  return others
}
