import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DAY } from '#app/core/time'
import { foldCounts } from '#app/dossiers/actions/fold_counts'
import { reconcileCounts } from '#app/dossiers/actions/reconcile_counts'
import { verifyRows } from '#app/dossiers/integrity/verify_region'
import { miscounts } from '#app/dossiers/queries/miscounts'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'
import { as, claimed, handedIn, path, returning, review } from './desk.js'

const here = <T>(work: () => Promise<T>) => runInRegion('sd', work)

async function sumIn(tray: string): Promise<number> {
  const [{ n }] = await here(() =>
    db.from('queue_counts').where({ region_id: 'sd', tray }).sum('n as n')
  )
  return Number(n)
}

test.group('Counts of the queue', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('follow every step, and a claim is none', async ({ client, assert }) => {
    const point = await staffOf('sd', 'point_reviewer', '3701')
    const region = await staffOf('sd', 'region_reviewer')
    const dossier = await handedIn('sd', { pointId: '3701' })
    assert.equal(await sumIn('waiting:0'), 1)
    await claimed(client, point, dossier)
    assert.deepEqual([await sumIn('waiting:0'), await sumIn('claimed')], [1, 0])
    await as(client.delete(path(dossier, '/claims')), point)
    await review(client, point, dossier)
    assert.deepEqual([await sumIn('waiting:0'), await sumIn('waiting:1')], [0, 1])
    await review(client, region, dossier, (all) => returning(all, [all[0].item]))
    assert.deepEqual([await sumIn('waiting:1'), await sumIn('returned')], [0, 1])
    assert.deepEqual(await here(() => miscounts()), [])
  })

  test('a wrong one is found and put right by the difference', async ({ assert }) => {
    await handedIn('sd', { pointId: '3701' })
    await handedIn('sd', { pointId: '3703' })
    await here(async () => {
      await db.from('queue_counts').where('region_id', 'sd').update({ n: 5 })
      const breaches = []
      for await (const breach of verifyRows()) breaches.push(breach)
      assert.lengthOf(
        breaches.filter(({ invariant, where }) => invariant === 'I6' && /queue/.test(where)),
        2
      )
      assert.equal(await reconcileCounts(db.connection()), 2)
      assert.deepEqual(await miscounts(), [])
      assert.equal(await reconcileCounts(db.connection()), 0)
    })
  })

  test('approvals are counted by day until the day has passed', async ({ client, assert }) => {
    const start = clock.now()
    const point = await staffOf('sd', 'point_reviewer', '3701')
    const region = await staffOf('sd', 'region_reviewer')
    for (const day of [0, 0, 1]) {
      clock.freeze(start + day * DAY)
      const dossier = await handedIn('sd', { pointId: '3701' })
      await review(client, point, dossier)
      await review(client, region, dossier)
    }
    const daysOf = () =>
      here(() =>
        db.from('queue_counts').where({ region_id: 'sd', tray: 'approved' }).orderBy('day')
      )
    const before = await daysOf()
    assert.equal(new Set(before.map(({ day }) => day)).size, 2)
    await here(() => foldCounts())
    const sums = Map.groupBy(await daysOf(), ({ day }) => day === 0)
    const sumOf = (folded: boolean) => sums.get(folded)!.reduce((sum, { n }) => sum + n, 0)
    assert.deepEqual([sumOf(true), sumOf(false)], [2, 1])
    assert.deepEqual(await here(() => miscounts()), [])
  })
})
