import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { drawsAfter } from '#app/core/workflow'
import { lotsOf } from '#app/dossiers/lots'
import { blindIndex } from '#app/shared/field_cipher'
import { inWorld, staffOf } from '#tests/support/world'
import {
  as,
  fresh,
  drawnInShanghai,
  path,
  review,
  returning,
  replacePictures,
  submit,
  written,
} from './desk.js'

async function passed(client: ApiClient, drawn: boolean) {
  const dossier = await drawnInShanghai(drawn)
  await review(client, await staffOf('sh', 'region_reviewer'), dossier)
  return dossier
}

test.group('Sampling', (group) => {
  inWorld(group)

  test('what is not drawn is approved by the stage before', async ({ client, assert }) => {
    const dossier = await passed(client, false)
    const { row } = await fresh(dossier)
    assert.deepEqual([row.state, row.stage], ['approved', 0])
    const { audit, outbox } = await written(dossier)
    const [draw] = (audit.at(-1)!.payload as any).draws
    assert.deepEqual(
      { ...draw, lot: draw.lot >= 30 },
      { stage: 1, percent: 30, lot: true, drawn: false }
    )
    assert.include(outbox, 'message.approved')
  })

  test('what is drawn waits for the second check, and says so', async ({ client, assert }) => {
    const dossier = await passed(client, true)
    const { row } = await fresh(dossier)
    assert.deepEqual([row.state, row.stage], ['submitted', 1])
    const [draw] = ((await written(dossier)).audit.at(-1)!.payload as any).draws
    assert.isTrue(draw.drawn)
    assert.isBelow(draw.lot, 30)
    const lead = await staffOf('sh', 'region_lead')
    const queue = await as(client.get('/sh/staff/queue'), lead).withInertia()
    assert.deepEqual(
      (queue.inertiaProps as any).rows.map(({ id, sampled }: any) => [id, sampled]),
      [[dossier.id, true]]
    )
    const page = await as(client.get(path(dossier)), lead).withInertia()
    assert.isTrue((page.inertiaProps as any).dossier.sampled)
  })

  test('nobody reads the draw before it is made', async ({ client, assert }) => {
    const reviewer = await staffOf('sh', 'region_reviewer')
    for (const drawn of [true, false]) {
      const dossier = await drawnInShanghai(drawn)
      const page = await as(client.get(path(dossier)), reviewer).withInertia()
      const { isLastStage, sampled } = (page.inertiaProps as any).dossier
      assert.deepEqual([isLastStage, sampled], [false, false])
      assert.notInclude(JSON.stringify(page.inertiaProps), '"lot"')
    }
  })

  test('the draw is the same until the next submission', async ({ client, assert }) => {
    const dossier = await drawnInShanghai(false)
    const reviewer = await staffOf('sh', 'region_reviewer')
    await review(client, reviewer, dossier, (all) => returning(all, [all[0].item]))
    const { items } = await fresh(dossier)
    await replacePictures(dossier, items.find(({ reopened }) => reopened)!.id)
    await submit(dossier)
    await review(client, reviewer, dossier)
    const { row, release } = await fresh(dossier)
    const [draw] = drawsAfter(release.workflow, 0, lotsOf({ id: dossier.id, round: 2 }))
    assert.equal(row.state, draw.drawn ? 'submitted' : 'approved')
  })

  test('about thirty of a hundred are drawn, by a key that outsiders lack', ({ assert }) => {
    const ids = Array.from({ length: 4_000 }, (_, n) => `01900000-0000-7000-8000-${n}`)
    const drawn = ids.filter((id) => lotsOf({ id, round: 1 })(1) < 30)
    assert.approximately(drawn.length / ids.length, 0.3, 0.03)
    const again = ids.filter((id) => lotsOf({ id, round: 2 })(1) < 30)
    assert.approximately(drawn.filter((id) => again.includes(id)).length / ids.length, 0.09, 0.02)
    // The key is in every digest: what can be computed without it is another number.
    assert.notEqual(blindIndex('sample', 'x'), blindIndex('name', 'x'))
  })
})
