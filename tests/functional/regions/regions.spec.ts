import { test } from '@japa/runner'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { DAY } from '#app/core/time'
import { inWorld } from '#tests/support/world'

test.group('The list of regions', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('shows each region and whether it takes uploads', async ({ client, assert }) => {
    const tiles = await tilesOf(client)
    assert.deepEqual(
      tiles.map(({ id }) => id),
      ['bj', 'sh', 'sd', 'ha', 'gd', 'sc']
    )
    assert.deepEqual(
      tiles.filter(({ uploadsOpen }) => !uploadsOpen).map(({ id }) => id),
      ['ha']
    )
    assert.isTrue(tiles.every(({ uploadsOpen, closesAt }) => uploadsOpen === (closesAt !== null)))
  })

  test('names the end, and after it the next opening', async ({ client, assert }) => {
    const open = (await tilesOf(client)).find(({ id }) => id === 'gd')!
    clock.freeze(clock.now() - 5 * DAY)
    const blackout = (await tilesOf(client)).find(({ id }) => id === 'gd')!
    assert.isFalse(blackout.uploadsOpen)
    assert.isBelow(blackout.opensAt!, open.closesAt!)
    clock.freeze(open.closesAt)
    const after = (await tilesOf(client)).find(({ id }) => id === 'gd')!
    assert.deepInclude(after, { uploadsOpen: false, closesAt: null, opensAt: null })
  })

  test('follows the switch at once', async ({ client, assert }) => {
    await runInRegion('sc', async () => {
      const season = await Season.findByOrFail({ isCurrent: true })
      await season.merge({ uploadsOn: false }).save()
    })
    const tile = (await tilesOf(client)).find(({ id }) => id === 'sc')!
    assert.isFalse(tile.uploadsOpen)
  })

  test('a region without a season stands there closed', async ({ client, assert }) => {
    const [now, notes] = [clock.now(), {}]
    await Region.create({
      id: 'xj',
      code: '65',
      zh: '新疆考区',
      en: 'Xinjiang',
      enabled: true,
      notes,
      createdAt: now,
      updatedAt: now,
    })
    const tile = (await tilesOf(client)).find(({ id }) => id === 'xj')!
    assert.isFalse(tile.uploadsOpen)
  })

  test('a region that is not there is a missing page', async ({ client }) => {
    const response = await client.get('/zz').withInertia()
    response.assertStatus(404)
    response.assertInertiaPropsContains({ code: 'NOT_FOUND' })
  })
})

async function tilesOf(client: any): Promise<any[]> {
  const response = await client.get('/').withInertia()
  response.assertInertiaComponent('home/index')
  return response.inertiaProps.regions
}
