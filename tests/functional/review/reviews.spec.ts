import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#app/shared/clock'
import { inSharedWorld, inWorld, staffOf } from '#tests/support/world'
import {
  allAccepted,
  as,
  claimed,
  codeOf,
  fresh,
  handedIn,
  path,
  replacePictures,
  returning,
  review,
  send,
  submit,
  written,
} from './desk.js'

async function onDesk(client: ApiClient, region = 'sd', pointId = '3701') {
  const dossier = await handedIn(region, { pointId })
  const reviewer = await staffOf(region, 'point_reviewer', pointId)
  const token = await claimed(client, reviewer, dossier)
  return { dossier, reviewer, token, verdicts: await allAccepted(dossier) }
}

test.group('Finishing a review', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('leads to the queue and says what happened', async ({ client, assert }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const { row } = await fresh(dossier)
    await as(client.put(path(dossier, `/verdicts/${verdicts[0].item}`)), reviewer).json({
      ...verdicts[0],
      token,
      manifest: row.manifest,
    })
    const answer = await as(client.post(path(dossier, '/reviews')), reviewer)
      .accept('html')
      .json({ token, manifest: row.manifest, verdicts: returning(verdicts, [verdicts[0].item]) })
      .redirects(0)
    assert.equal(answer.header('location'), '/sd/staff/queue')
    assert.match(
      String(answer.flashMessage('success')),
      /已退回 1 项材料,考生须在 \d+年\d+月\d+日 \d\d:\d\d 前/
    )
    const { drafts, decisions } = await written(dossier)
    assert.isEmpty(drafts)
    assert.equal(decisions.length, verdicts.length)
  })

  test('goes on with what waits longest, once, where he asks for it', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const next = await handedIn('sd', { pointId: '3701' })
    const { row } = await fresh(dossier)
    const finish = () =>
      as(client.post(path(dossier, '/reviews')), reviewer)
        .accept('html')
        .header('Idempotency-Key', 'finish-and-go-on')
        .json({ token, manifest: row.manifest, verdicts, next: true })
        .redirects(0)
    const answer = await finish()
    assert.equal(answer.header('location'), path(next))
    assert.equal((await fresh(next)).row.claimBy, reviewer.id)
    assert.equal(
      (await finish()).header('location'),
      '/sd/staff/queue',
      'a repetition claims nothing'
    )

    const last = await as(client.post(path(next, '/reviews')), reviewer)
      .accept('html')
      .json({
        token: (await fresh(next)).row.claimToken,
        manifest: (await fresh(next)).row.manifest,
        verdicts: await allAccepted(next),
        next: true,
      })
      .redirects(0)
    assert.equal(last.header('location'), '/sd/staff/queue')
    assert.match(String(last.flashMessage('success')), /没有其他可以领取的材料了/)
  })

  test('goes on with the stage on site, where the same people see the originals', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client, 'sc', '5101')
    const { row } = await fresh(dossier)
    const answer = await as(client.post(path(dossier, '/reviews')), reviewer)
      .accept('html')
      .json({ token, manifest: row.manifest, verdicts, next: true })
      .redirects(0)
    assert.equal(answer.header('location'), path(dossier))
    const { core } = await fresh(dossier)
    assert.deepEqual([core.state, core.stage], ['in_review', 1])
  })

  test('asks for an item that nobody asked for, and it opens', async ({ client, assert }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const { core } = await fresh(dossier)
    const empty = core.items.find(({ need, images }) => need === 'not_asked' && !images.length)!
    const asked = { verdict: 'returned' as const, reasons: ['MIS_MATERIAL'], note: null }
    const answer = await send(client, reviewer, dossier, {
      token,
      verdicts: [...verdicts, { item: empty.id, ...asked }],
    })
    assert.equal(answer.body().state, 'returned')
    const open = (await fresh(dossier)).items.filter(({ reopened }) => reopened)
    assert.deepEqual(
      open.map(({ id }) => id),
      [empty.id]
    )
  })

  test('is refused whole when one thing is wrong', async ({ client, assert }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const [first] = verdicts
    const other = (await fresh(await handedIn('sd', { pointId: '3701' }))).items[0].id
    const empty = (await fresh(dossier)).core.items.find(({ images }) => !images.length)!.id
    const back = (reasons: string[]) => returning(verdicts, [first.item], reasons)
    const cases: [code: string, status: number, body: Partial<Parameters<typeof send>[3]>][] = [
      ['REASON_MISSING', 422, { verdicts: back([]) }],
      ['REASON_MISSING', 422, { verdicts: back(['MATCH_EDU']) }],
      ['REASON_UNFIT', 422, { verdicts: back(['ELI_FRAUD', 'ELI_MAJOR']) }],
      ['REASON_UNFIT', 422, { verdicts: back(['NO_SUCH_REASON']) }],
      ['ITEM_UNKNOWN', 404, { verdicts: [...verdicts, { ...first, item: other }] }],
      ['ITEM_UNKNOWN', 404, { verdicts: [...verdicts, { ...first, item: 'nothing' }] }],
      ['VERDICT_TWICE', 422, { verdicts: [...verdicts, first] }],
      ['NOTHING_TO_ACCEPT', 409, { verdicts: [...verdicts, { ...first, item: empty }] }],
      ['VERDICTS_MISSING', 409, { verdicts: verdicts.slice(1) }],
      ['VERDICTS_MISSING', 409, { verdicts: [] }],
      ['CLAIM_LOST', 409, { token: token + 1 }],
      ['MANIFEST_CHANGED', 409, { manifest: 'a'.repeat(64) }],
    ]
    for (const [code, status, body] of cases) {
      const answer = await send(client, reviewer, dossier, { token, verdicts, ...body })
      assert.equal(codeOf(answer), code)
      assert.equal(answer.status(), status, code)
    }
    const { row } = await fresh(dossier)
    assert.equal(row.state, 'in_review')
    const { decisions, outbox } = await written(dossier)
    assert.isEmpty(decisions)
    assert.deepEqual(outbox, ['message.submitted'])
  })

  test('refuses what is no review at all', async ({ client }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const { row } = await fresh(dossier)
    const whole = { token, manifest: row.manifest, verdicts }
    for (const body of [
      {},
      { ...whole, manifest: '../../etc/passwd' },
      { ...whole, token: -1 },
      { ...whole, verdicts: 'all' },
      { ...whole, verdicts: [{ item: verdicts[0].item, verdict: 'ok' }] },
      { ...whole, verdicts: [{ verdict: 'accepted' }] },
    ]) {
      const answer = await as(client.post(path(dossier, '/reviews')), reviewer).json(body)
      answer.assertStatus(422)
    }
  })

  test('comes too late after the lease', async ({ client, assert }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    clock.freeze(clock.now() + 20 * 60_000)
    const answer = await send(client, reviewer, dossier, { token, verdicts })
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'CLAIM_EXPIRED')
    assert.isEmpty((await written(dossier)).decisions)
  })

  test('is fenced off by the token once a colleague has it', async ({ client, assert }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    clock.freeze(clock.now() + 20 * 60_000)
    const colleague = await staffOf('sd', 'point_reviewer', '3701')
    await claimed(client, colleague, dossier)
    const stale = await send(client, reviewer, dossier, { token, verdicts })
    assert.equal(codeOf(stale), 'CLAIM_LOST')
    const guessed = await send(client, reviewer, dossier, { token: token + 1, verdicts })
    assert.equal(codeOf(guessed), 'CLAIM_LOST')
  })

  test('with an old manifest is refused after the candidate submitted again', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const { row: old } = await fresh(dossier)
    const item = verdicts[0].item
    await send(client, reviewer, dossier, { token, verdicts: returning(verdicts, [item]) })
    await replacePictures(dossier, item)
    await submit(dossier)
    const next = await claimed(client, reviewer, dossier)
    const answer = await send(client, reviewer, dossier, {
      token: next,
      verdicts: await allAccepted(dossier),
      manifest: old.manifest!,
    })
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'MANIFEST_CHANGED')
  })

  test('is not for who has no part in it', async ({ client, assert }) => {
    const { dossier, token, verdicts } = await onDesk(client)
    for (const role of ['auditor', 'region_admin'] as const) {
      const answer = await send(client, await staffOf('sd', role), dossier, { token, verdicts })
      answer.assertStatus(403)
      assert.equal(codeOf(answer), 'NOT_ALLOWED')
    }
    const lead = await send(client, await staffOf('sd', 'region_lead'), dossier, {
      token,
      verdicts,
    })
    assert.equal(codeOf(lead), 'NOT_YOUR_STAGE')
    const other = await staffOf('sd', 'point_reviewer', '3703')
    ;(await send(client, other, dossier, { token, verdicts })).assertStatus(404)
    const elsewhere = await staffOf('sc', 'region_reviewer')
    ;(await send(client, elsewhere, dossier, { token, verdicts })).assertStatus(404)
    assert.equal((await fresh(dossier)).row.state, 'in_review')
  })

  test('sent twice under one key decides once, also when the dossier has moved on', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const key = 'one-intent-0001'
    const first = await send(client, reviewer, dossier, { token, verdicts, key })
    const again = await send(client, reviewer, dossier, { token, verdicts, key })
    again.assertStatus(200)
    assert.deepEqual(again.body(), first.body())
    await review(client, await staffOf('sd', 'region_reviewer'), dossier)
    const later = await send(client, reviewer, dossier, { token, verdicts, key })
    assert.deepEqual(later.body(), first.body())
    const { decisions, outbox } = await written(dossier)
    assert.equal(decisions.filter(({ stage }) => stage === 0).length, verdicts.length)
    assert.equal(outbox.filter((kind) => kind === 'message.stage_passed').length, 1)

    const without = await send(client, reviewer, dossier, { token, verdicts })
    assert.notEqual(without.status(), 200)
    const changed = returning(verdicts, [verdicts[0].item])
    const reused = await send(client, reviewer, dossier, { token, verdicts: changed, key })
    reused.assertStatus(422)
    assert.equal(codeOf(reused), 'IDEMPOTENCY_KEY_REUSED')
  })
})

test.group('Finishing at the same moment', (group) => {
  inSharedWorld(group)

  test('the same review twice is one decision and one message', async ({ client, assert }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const { row } = await fresh(dossier)
    const post = () =>
      as(client.post(path(dossier, '/reviews')), reviewer)
        .header('Idempotency-Key', 'double-click-1')
        .json({ token, manifest: row.manifest, verdicts })
    const answers = await Promise.all([post(), post()])
    for (const answer of answers) answer.assertStatus(200)
    assert.deepEqual(answers[0].body(), answers[1].body())
    const { decisions, outbox } = await written(dossier)
    assert.equal(decisions.length, verdicts.length)
    assert.deepEqual(outbox, ['message.submitted', 'message.stage_passed'])
  })

  test('without a key the second is refused', async ({ client, assert }) => {
    const { dossier, reviewer, token, verdicts } = await onDesk(client)
    const { row } = await fresh(dossier)
    const post = () =>
      as(client.post(path(dossier, '/reviews')), reviewer).json({
        token,
        manifest: row.manifest,
        verdicts,
      })
    const statuses = (await Promise.all([post(), post()])).map((answer) => answer.status())
    assert.include(statuses, 200)
    assert.equal(statuses.filter((status) => status === 200).length, 1)
    assert.equal((await written(dossier)).decisions.length, verdicts.length)
  })
})
