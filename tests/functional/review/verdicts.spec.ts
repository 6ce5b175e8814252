import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type Dossier from '#app/dossiers/models/dossier'
import type Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import { inWorld, staffOf } from '#tests/support/world'
import { as, claimed, codeOf, fresh, handedIn, path, review, written } from './desk.js'

const MINUTE = 60_000

/** A dossier that a reviewer holds, with what he needs to say something of its first item. */
async function onDesk(client: ApiClient) {
  const dossier = await handedIn('sd', { pointId: '3701' })
  const reviewer = await staffOf('sd', 'point_reviewer', '3701')
  const token = await claimed(client, reviewer, dossier)
  const { row, core } = await fresh(dossier)
  const item = core.items.find(({ images }) => images.length > 0)!.id
  return { dossier, reviewer, token, manifest: row.manifest!, item }
}

const accepted = { verdict: 'accepted', reasons: [], note: null, pins: [] }
const returned = { verdict: 'returned', reasons: ['IMG_BLUR'], note: '看不清', pins: [] }

function put(client: ApiClient, staff: Staff, dossier: Dossier, item: string, body: object) {
  return as(client.put(path(dossier, `/verdicts/${item}`)), staff).json(body)
}

test.group('Draft verdicts', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('are kept, changed and taken back; the page has them', async ({ client, assert }) => {
    const { dossier, reviewer, item, ...proof } = await onDesk(client)
    ;(await put(client, reviewer, dossier, item, { ...returned, ...proof })).assertStatus(200)
    const [draft] = (await written(dossier)).drafts
    assert.containsSubset(draft.serialize(), { itemId: item, ...returned, staffId: reviewer.id })

    await put(client, reviewer, dossier, item, { ...accepted, ...proof })
    const { drafts, decisions } = await written(dossier)
    assert.equal(drafts.length, 1)
    assert.deepEqual([drafts[0].verdict, drafts[0].reasons, drafts[0].note], ['accepted', [], null])
    assert.isEmpty(decisions, 'nothing is decided before he finishes')

    const page = await as(client.get(path(dossier)), reviewer).withInertia()
    const shown = page.inertiaProps as any
    assert.deepEqual(shown.items.find(({ id }: any) => id === item).draft, accepted)

    const gone = as(client.delete(path(dossier, `/verdicts/${item}`)), reviewer).json(proof)
    ;(await gone).assertStatus(200)
    assert.isEmpty((await written(dossier)).drafts)
  })

  test('leave the version alone until half of the lease is gone', async ({ client, assert }) => {
    const { dossier, reviewer, item, ...proof } = await onDesk(client)
    const { row: before } = await fresh(dossier)
    await put(client, reviewer, dossier, item, { ...accepted, ...proof })
    assert.equal((await fresh(dossier)).row.version, before.version)
    clock.freeze(before.claimUntil! - 9 * MINUTE)
    await put(client, reviewer, dossier, item, { ...returned, ...proof })
    const { row } = await fresh(dossier)
    assert.equal(row.version, before.version + 1)
    assert.equal(row.claimUntil, clock.now() + 20 * MINUTE)
    assert.equal(row.claimToken, before.claimToken)
  })

  test('survive an expired claim, for him alone', async ({ client, assert }) => {
    const { dossier, reviewer, item, ...proof } = await onDesk(client)
    await put(client, reviewer, dossier, item, { ...returned, ...proof })
    clock.freeze(clock.now() + 21 * MINUTE)
    const late = await put(client, reviewer, dossier, item, { ...accepted, ...proof })
    late.assertStatus(409)
    assert.equal(codeOf(late), 'CLAIM_EXPIRED')
    assert.equal((await written(dossier)).drafts[0].verdict, 'returned')

    const draftSeenBy = async (staff: Staff) => {
      const page = await as(client.get(path(dossier)), staff).withInertia()
      return (page.inertiaProps as any).items.find(({ id }: any) => id === item).draft
    }
    assert.deepEqual(await draftSeenBy(reviewer), returned)
    assert.isNull(await draftSeenBy(await staffOf('sd', 'point_reviewer', '3701')))
    assert.equal((await fresh(dossier)).row.state, 'submitted', 'looking at it took the claim back')
  })

  test('of an earlier stage say nothing at the next one', async ({ client, assert }) => {
    const dossier = await handedIn('sc', { pointId: '5101' })
    const [first, second] = [
      await staffOf('sc', 'point_reviewer', '5101'),
      await staffOf('sc', 'point_reviewer', '5101'),
    ]
    const start = clock.now()
    const token = await claimed(client, first, dossier)
    const { row, core } = await fresh(dossier)
    const item = core.items.find(({ images }) => images.length > 0)!.id
    const proof = { token, manifest: row.manifest }
    await put(client, first, dossier, item, { ...returned, ...proof })
    clock.freeze(start + 21 * MINUTE)
    await review(client, second, dossier)
    assert.isEmpty((await written(dossier)).drafts)
    // The colleague of the first stage reviews the on-site stage, too: with a clean sheet.
    const page = await as(client.get(path(dossier)), first).withInertia()
    assert.isTrue((page.inertiaProps as any).items.every(({ draft }: any) => draft === null))
  })

  test('need the claim, its token and the manifest that was looked at', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, item, ...proof } = await onDesk(client)
    const colleague = await staffOf('sd', 'point_reviewer', '3701')
    const attempts: [Staff, object, string][] = [
      [reviewer, { ...proof, token: proof.token + 1 }, 'CLAIM_LOST'],
      [colleague, proof, 'CLAIM_LOST'],
      [reviewer, { ...proof, manifest: '0'.repeat(64) }, 'MANIFEST_CHANGED'],
    ]
    for (const [staff, proofs, code] of attempts) {
      const answer = await put(client, staff, dossier, item, { ...accepted, ...proofs })
      answer.assertStatus(409)
      assert.equal(codeOf(answer), code)
    }
    await as(client.delete(path(dossier, '/claims')), reviewer)
    const after = await put(client, reviewer, dossier, item, { ...accepted, ...proof })
    after.assertStatus(409)
    assert.isEmpty((await written(dossier)).drafts)
  })

  test('refuse nonsense', async ({ client, assert }) => {
    const { dossier, reviewer, item, ...proof } = await onDesk(client)
    const other = (await fresh(await handedIn('sd', { pointId: '3701' }))).items[0].id
    const bad: [string, object, number][] = [
      [item, { ...proof, verdict: 'returned', reasons: [] }, 422],
      [item, { ...proof, verdict: 'perhaps' }, 422],
      [item, { ...proof, verdict: 'returned', reasons: 'IMG_BLUR' }, 422],
      [item, { ...proof, ...returned, note: 'x'.repeat(501) }, 422],
      [item, { ...accepted, token: proof.token }, 422],
      [item, { ...accepted, manifest: proof.manifest, token: 'one' }, 422],
      [other, { ...accepted, ...proof }, 404],
      ['nothing', { ...accepted, ...proof }, 404],
    ]
    for (const [target, body, status] of bad) {
      const answer = await put(client, reviewer, dossier, target, body)
      assert.equal(answer.status(), status, JSON.stringify(body))
      assert.isString(answer.body().errors[0].message)
    }
    assert.isEmpty((await written(dossier)).drafts)
  })

  test('are not for auditors, strangers and guests', async ({ client, assert }) => {
    const { dossier, item, ...proof } = await onDesk(client)
    const body = { ...accepted, ...proof }
    const statuses = [
      (await put(client, await staffOf('sd', 'auditor'), dossier, item, body)).status(),
      (
        await put(client, await staffOf('sd', 'point_reviewer', '3703'), dossier, item, body)
      ).status(),
      (await put(client, await staffOf('sc', 'region_lead'), dossier, item, body)).status(),
      (
        await client
          .put(path(dossier, `/verdicts/${item}`))
          .withCsrfToken()
          .accept('json')
          .json(body)
      ).status(),
    ]
    assert.deepEqual(statuses, [403, 404, 404, 401])
    assert.isEmpty((await written(dossier)).drafts)
  })
})
