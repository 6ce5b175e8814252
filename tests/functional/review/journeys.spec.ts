import { test } from '@japa/runner'
import { inWorld, staffOf } from '#tests/support/world'
import {
  fresh,
  handedIn,
  replacePictures,
  returning,
  review,
  submit,
  written,
  drawnInShanghai,
} from './desk.js'

test.group('Review, stage by stage', (group) => {
  inWorld(group)

  test('SD: the exam point returns one item, then passes; the region approves', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { persona: 'p18', pointId: '3701' })
    const point = await staffOf('sd', 'point_reviewer', '3701')
    const region = await staffOf('sd', 'region_reviewer')
    const [first] = (await fresh(dossier)).core.items.filter(({ images }) => images.length > 0)

    const answer = await review(client, point, dossier, (verdicts) =>
      returning(verdicts, [first.id], ['IMG_BLUR', 'IMG_CROPPED'], '请重拍')
    )
    assert.equal(answer.body().state, 'returned')
    let now = await fresh(dossier)
    assert.equal(now.row.state, 'returned')
    assert.equal(now.row.stage, 0)
    assert.isAbove(now.row.deadline!, Date.now())
    assert.isNull(now.row.claimBy)
    assert.deepEqual(
      now.items.filter(({ reopened }) => reopened).map(({ id }) => id),
      [first.id]
    )
    let rows = await written(dossier)
    assert.sameMembers(rows.reasons, ['IMG_BLUR', 'IMG_CROPPED'])
    assert.equal(rows.decisions.find(({ verdict }) => verdict === 'returned')!.note, '请重拍')
    assert.deepEqual(rows.outbox, ['message.submitted', 'message.returned'])
    const finish = rows.audit.at(-1)!
    assert.equal(finish.action, 'finish')
    assert.deepEqual(finish.payload.returned, [first.id])
    assert.equal(finish.actorId, point.id)

    await replacePictures(dossier, first.id)
    await submit(dossier)
    now = await fresh(dossier)
    assert.equal(now.row.round, 2)
    // What the point had accepted it need not look at again: one verdict is enough.
    const decisionsBefore = rows.decisions.length
    await review(client, point, dossier)
    rows = await written(dossier)
    assert.equal(rows.decisions.length, decisionsBefore + 1)
    now = await fresh(dossier)
    assert.equal(now.row.state, 'submitted')
    assert.equal(now.row.stage, 1)

    const end = await review(client, region, dossier)
    assert.equal(end.body().state, 'approved')
    now = await fresh(dossier)
    assert.equal(now.row.state, 'approved')
    assert.isTrue(
      now.core.items
        .filter(({ images }) => images.length > 0)
        .every(({ verdict }) => verdict?.as === 'accepted' && verdict.stage === 1)
    )
    rows = await written(dossier)
    assert.deepEqual(rows.outbox, [
      'message.submitted',
      'message.returned',
      'message.resubmitted',
      'message.stage_passed',
      'message.approved',
    ])
    assert.deepEqual(
      rows.audit.filter(({ action }) => action === 'finish').map(({ payload }) => payload.row),
      ['5', '7', '8']
    )
  })

  test('SH: the lead checks what the first review has passed', async ({ client, assert }) => {
    const reviewer = await staffOf('sh', 'region_reviewer')
    const lead = await staffOf('sh', 'region_lead')
    const drawn = await drawnInShanghai(true)
    assert.equal((await review(client, reviewer, drawn)).body().state, 'submitted')
    assert.equal((await fresh(drawn)).row.stage, 1)
    assert.equal((await review(client, lead, drawn)).body().state, 'approved')
    const { decisions } = await written(drawn)
    assert.sameMembers(
      [...new Set(decisions.map(({ stage, staffId }) => `${stage} ${staffId}`))],
      [`0 ${reviewer.id}`, `1 ${lead.id}`]
    )
  })

  test('SC: the exam point confirms on site between its own review and the region', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sc', { pointId: '5101' })
    const point = await staffOf('sc', 'point_admin', '5101')
    const region = await staffOf('sc', 'region_reviewer')
    for (const stage of [0, 1]) {
      assert.equal((await fresh(dossier)).row.stage, stage)
      assert.equal((await review(client, point, dossier)).body().state, 'submitted')
    }
    assert.equal((await review(client, region, dossier)).body().state, 'approved')
    const { decisions } = await written(dossier)
    assert.deepEqual([...new Set(decisions.map(({ stage }) => stage))].sort(), [0, 1, 2])
  })

  test('GD: registration point, exam point, region', async ({ client, assert }) => {
    const dossier = await handedIn('gd', { persona: 'p03', pointId: '4401' })
    const staff = [
      await staffOf('gd', 'regpoint_clerk', '4401'),
      await staffOf('gd', 'point_reviewer', '4401'),
      await staffOf('gd', 'region_reviewer'),
    ]
    for (const one of staff) await review(client, one, dossier)
    const { row } = await fresh(dossier)
    assert.equal(row.state, 'approved')
    const { decisions } = await written(dossier)
    assert.deepEqual(
      [...new Set(decisions.map(({ staffId }) => staffId))],
      staff.map(({ id }) => id)
    )
  })
})
