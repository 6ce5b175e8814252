import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type Staff from '#app/identity/models/staff'
import { addMembership, inWorld, newStaff, staffOf } from '#tests/support/world'
import { as, handedIn } from './desk.js'

async function tilesOf(client: ApiClient, staff: Staff) {
  const response = await as(client.get('/staff'), staff).withInertia()
  response.assertInertiaComponent('review/staff_home')
  const { regions } = response.inertiaProps as { regions: { id: string; waiting: number }[] }
  return Object.fromEntries(regions.map(({ id, waiting }) => [id, waiting]))
}

test.group('The home of staff', (group) => {
  inWorld(group)

  test('counts what waits at the stages and points of his roles, region by region', async ({
    assert,
    client,
  }) => {
    await handedIn('sd', { pointId: '3701' })
    await handedIn('sd', { pointId: '3703' })
    const point = await staffOf('sd', 'point_reviewer', '3701')
    const region = await staffOf('sd', 'region_reviewer')
    const auditor = await staffOf('sd', 'auditor')
    for (const staff of [point, region, auditor]) await addMembership(staff, 'sc', 'auditor')
    assert.deepEqual(await tilesOf(client, point), { sc: 0, sd: 1 })
    assert.deepEqual(await tilesOf(client, region), { sc: 0, sd: 0 })
    assert.deepEqual(await tilesOf(client, auditor), { sc: 0, sd: 0 })
  })

  test('leads who works in one region only to its queue, and lets the platform choose', async ({
    assert,
    client,
  }) => {
    const one = await as(client.get('/staff'), await staffOf('sd', 'region_lead')).redirects(0)
    assert.equal(one.header('location'), '/sd/staff/queue')
    const platform = await newStaff('platform', { isPlatformAdmin: true })
    assert.deepEqual(await tilesOf(client, platform), {})
  })
})
