import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import AuditEntry from '#app/audit/models/audit_entry'
import type Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { as, fresh, handedIn, path, replacePictures, returning, review, submit } from '#tests/functional/review/desk' // prettier-ignore
import { inWorld, staffOf } from '#tests/support/world'
import type { StatisticsPageProps } from '../../../inertia/types/reports.js'

const DAY = 24 * 3_600_000

async function figuresFor(client: ApiClient, staff: Staff, span = '14') {
  const response = await as(client.get('/sd/staff/statistics'), staff).qs({ span }).withInertia()
  response.assertStatus(200)
  response.assertInertiaComponent('reports/statistics')
  return response.inertiaProps as unknown as StatisticsPageProps
}

/** What five dossiers of two points leave behind: three go on, one comes back, one waits. */
async function aDaysWork(client: ApiClient) {
  const [here, there] = [
    await staffOf('sd', 'point_reviewer', '3701'),
    await staffOf('sd', 'point_reviewer', '3703'),
  ]
  for (const [staff, pointId] of [
    [here, '3701'],
    [here, '3701'],
    [there, '3703'],
  ] as const) {
    await review(client, staff, await handedIn('sd', { pointId }))
  }
  const returned = await handedIn('sd', { pointId: '3701' })
  await review(client, here, returned, (all) => returning(all, [all[0].item], ['IMG_BLUR', 'IMG_DARK'])) // prettier-ignore
  await handedIn('sd', { pointId: '3701' })
  return { here, there, returned }
}

test.group('Statistics', (group) => {
  inWorld(group)

  test('nothing yet is said to be nothing', async ({ client, assert }) => {
    const { figures, stages, days, reviewers, materials } = await figuresFor(
      client,
      await staffOf('sd', 'region_admin')
    )
    assert.deepEqual(figures, {
      ...{ waiting: 0, overdue: 0, finished: 0, returned: 0, remaining: 0, finishesAt: null },
      agreement: { pairs: 0, agreed: 0 },
    })
    assert.deepEqual([stages, days, reviewers, materials], [[], [], [], []])
  })

  test('it counts what waits, what was done by whom, and what came back', async ({
    client,
    assert,
  }) => {
    const { here, there, returned } = await aDaysWork(client)
    const page = await figuresFor(client, await staffOf('sd', 'region_lead'))
    assert.deepInclude(page.figures, { waiting: 4, overdue: 0, finished: 4, returned: 1 })
    // Three at the last stage, and one with both stages before it.
    assert.equal(page.figures.remaining, 5)
    assert.isNull(page.figures.finishesAt, 'one day is too little')
    assert.deepEqual(page.stages.map(({ code, waiting }) => [code, waiting]).sort(), [
      ['point', 1],
      ['region', 3],
    ])
    assert.deepEqual(
      page.reviewers.map(({ name, accepted, returned: back }) => [name, accepted, back]),
      [
        [here.name, 2, 1],
        [there.name, 1, 0],
      ]
    )
    assert.deepEqual(
      page.days.map(({ accepted, returned: back }) => [accepted, back]),
      [[3, 1]]
    )
    assert.deepEqual(
      page.reasons.map(({ code, n, share }) => [code, n, share]),
      [
        ['IMG_BLUR', 1, 0.25],
        ['IMG_DARK', 1, 0.25],
      ]
    )
    assert.deepEqual(page.materials.map(({ n }) => n), [1]) // prettier-ignore

    ;(await as(client.delete(path(returned, '/return')), here)).assertStatus(200)
    const after = await figuresFor(client, await staffOf('sd', 'region_lead'))
    assert.deepInclude(after.figures, { finished: 3, returned: 0 }, 'a taken back one was none')
    assert.isEmpty(after.reasons)
  })

  test('the second reviewer of a submission agrees or does not; a later round is another', async ({
    client,
    assert,
  }) => {
    const point = await staffOf('sd', 'point_reviewer', '3701')
    const region = await staffOf('sd', 'region_reviewer')
    const lead = await staffOf('sd', 'region_lead')
    const [agreed, not] = [
      await handedIn('sd', { pointId: '3701' }),
      await handedIn('sd', { pointId: '3701' }),
    ]
    for (const one of [agreed, not]) await review(client, point, one)
    await review(client, region, agreed)
    await review(client, region, not, (all) => returning(all, [all[0].item]))
    const { figures } = await figuresFor(client, lead)
    assert.deepEqual(figures.agreement, { pairs: 2, agreed: 1 })

    const { core } = await fresh(not)
    await replacePictures(not, core.items.find(({ reopened }) => reopened)!.id)
    await submit(not)
    await review(client, region, not)
    assert.deepEqual((await figuresFor(client, lead)).figures.agreement, { pairs: 2, agreed: 1 })
  })

  test('what waits too long is overdue, and the period ends what is counted', async ({
    client,
    assert,
  }) => {
    await aDaysWork(client)
    const lead = await staffOf('sd', 'region_lead')
    clock.freeze(clock.now() + 9 * DAY)
    const week = await figuresFor(client, lead, '7')
    assert.deepInclude(week.figures, { waiting: 4, overdue: 4, finished: 0 })
    assert.isEmpty(week.days)
    for (const span of ['14', '30', 'season', "7' or 1=1"]) {
      assert.equal((await figuresFor(client, lead, span)).figures.finished, 4, span)
    }
  })

  test('a point’s administrator sees his point’s figures only', async ({ client, assert }) => {
    const { there } = await aDaysWork(client)
    const page = await figuresFor(client, await staffOf('sd', 'point_admin', '3703'))
    assert.deepInclude(page.figures, { waiting: 1, finished: 1, returned: 0 })
    assert.deepEqual(page.reviewers.map(({ name }) => name), [there.name]) // prettier-ignore
    assert.isEmpty(page.reasons)
  })

  test('each table is a file, and who took it is kept', async ({ client, assert }) => {
    const { here } = await aDaysWork(client)
    const admin = await staffOf('sd', 'region_admin')
    const file = async (table: string) =>
      as(client.get(`/sd/staff/statistics/tables/${table}`), admin).qs({ span: '7' })
    for (const table of ['stages', 'days', 'reviewers', 'materials', 'reasons']) {
      ;(await file(table)).assertStatus(200)
    }
    const [head, first] = (await file('reviewers')).text().split('\r\n')
    assert.equal(head, '\uFEFF审核员,通过,退回,合计,日均')
    assert.equal(first, `${here.name},2,1,3,3`)
    ;(await file('nonsense')).assertStatus(404)
    const entries = await runInRegion('sd', () =>
      AuditEntry.query().where({ chain: 'region:sd', action: 'export' })
    )
    assert.lengthOf(entries, 6)
    assert.deepInclude(entries[0].payload, { statistics: 'stages', span: '7' })
  })

  test('no reviewer sees figures of his colleagues', async ({ client }) => {
    const reviewer = await staffOf('sd', 'region_reviewer')
    ;(await as(client.get('/sd/staff/statistics'), reviewer)).assertStatus(403)
    ;(await as(client.get('/sd/staff/statistics/tables/days'), reviewer)).assertStatus(403)
  })
})
