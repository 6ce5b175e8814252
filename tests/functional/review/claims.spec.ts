import { test } from '@japa/runner'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import ExpireClaims from '#app/review/actions/expire_claims'
import { announceExpiredClaims } from '#app/review/actions/announce_expired_claims'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { addMembership, inSharedWorld, inWorld, newStaff, staffOf } from '#tests/support/world'
import { as, claimed, codeOf, draftOf, fresh, handedIn, path, review, written } from './desk.js'

const LEASE = 20 * 60_000

test.group('Claims', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('a guest is asked to sign in', async ({ client, assert }) => {
    const dossier = await handedIn('sd')
    const page = client.post(path(dossier, '/claims')).withCsrfToken().accept('json')
    ;(await page).assertStatus(401)
    const visit = await client.get('/sd/staff/queue').redirects(0)
    assert.equal(visit.header('location'), '/staff/login')
  })

  test('a suspended reviewer is turned away', async ({ client }) => {
    const dossier = await handedIn('sd')
    const reviewer = await newStaff('gone', { suspendedAt: clock.now() })
    await addMembership(reviewer, 'sd', 'region_reviewer')
    ;(await as(client.post(path(dossier, '/claims')), reviewer)).assertStatus(401)
    ;(await as(client.get(path(dossier)), reviewer)).assertStatus(401)
  })

  test('what is not his answers like what is missing', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const draft = await draftOf('sd', { pointId: '3701' })
    const elsewhere = await staffOf('sc', 'region_reviewer')
    const otherPoint = await staffOf('sd', 'point_reviewer', '3703')
    const here = await staffOf('sd', 'point_reviewer', '3701')
    const missing = '/sd/staff/dossiers/01890000-0000-7000-8000-000000000000'
    const answers = [
      await as(client.post(path(dossier, '/claims')), elsewhere),
      await as(client.post(`/sc/staff/dossiers/${dossier.id}/claims`), elsewhere),
      await as(client.post(path(dossier, '/claims')), otherPoint),
      await as(client.post(path(draft, '/claims')), here),
      await as(client.post(`${missing}/claims`), here),
    ]
    for (const answer of answers) {
      answer.assertStatus(404)
      assert.deepEqual(answer.body(), answers[0].body())
    }
    assert.equal((await fresh(dossier)).row.state, 'submitted')
  })

  test('who sees it but has no part in its stage gets 403', async ({ client, assert }) => {
    const dossier = await handedIn('sd')
    const { row: before } = await fresh(dossier)
    const refusals = []
    for (const role of ['auditor', 'region_admin', 'region_reviewer', 'region_lead'] as const) {
      const answer = await as(client.post(path(dossier, '/claims')), await staffOf('sd', role))
      answer.assertStatus(403)
      refusals.push(codeOf(answer))
    }
    assert.deepEqual(refusals, ['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_YOUR_STAGE', 'NOT_YOUR_STAGE'])
    assert.equal((await fresh(dossier)).row.version, before.version)
  })

  test('a claim leads to the dossier, holds it and is in the audit', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const answer = await as(client.post(path(dossier, '/claims')), reviewer)
      .accept('html')
      .redirects(0)
    assert.equal(answer.header('location'), path(dossier))
    const { row } = await fresh(dossier)
    assert.equal(row.state, 'in_review')
    assert.equal(row.claimBy, reviewer.id)
    assert.equal(row.claimToken, 1)
    assert.closeTo(row.claimUntil!, clock.now() + LEASE, 5_000)
    assert.equal((await written(dossier)).audit.at(-1)!.action, 'claim')
  })

  test('a held dossier is refused to a colleague', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const [first, second] = [
      await staffOf('sd', 'point_reviewer', '3701'),
      await staffOf('sd', 'point_reviewer', '3701'),
    ]
    await claimed(client, first, dossier)
    const answer = await as(client.post(path(dossier, '/claims')), second)
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'NOT_CLAIMABLE')
    const release = await as(client.delete(path(dossier, '/claims')), second)
    release.assertStatus(409)
    assert.equal(codeOf(release), 'CLAIM_LOST')
    assert.equal((await fresh(dossier)).row.claimBy, first.id)
  })

  test('releasing puts it back into its place in the queue', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const { row: before } = await fresh(dossier)
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    await claimed(client, reviewer, dossier)
    const answer = await as(client.delete(path(dossier, '/claims')), reviewer)
      .accept('html')
      .redirects(0)
    assert.equal(answer.header('location'), '/sd/staff/queue')
    const { row } = await fresh(dossier)
    assert.equal(row.state, 'submitted')
    assert.isNull(row.claimBy)
    assert.equal(row.stageEnteredAt, before.stageEnteredAt)
    assert.equal(await claimed(client, reviewer, dossier), 2)
  })

  test('an expired claim goes back to the queue and is free for others', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const [first, second] = [
      await staffOf('sd', 'point_reviewer', '3701'),
      await staffOf('sd', 'point_reviewer', '3701'),
    ]
    await claimed(client, first, dossier)
    clock.freeze(clock.now() + LEASE + 1)
    assert.equal(await claimed(client, second, dossier), 2)
    const actions = (await written(dossier)).audit.map(({ action }) => action)
    assert.deepEqual(actions.slice(-3), ['claim', 'claim_expired', 'claim'])
    assert.equal((await fresh(dossier)).row.claimBy, second.id)
  })

  test('his own claim that ran out is released without a word', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    await claimed(client, reviewer, dossier)
    clock.freeze(clock.now() + LEASE)
    ;(await as(client.delete(path(dossier, '/claims')), reviewer)).assertStatus(204)
    assert.equal((await fresh(dossier)).row.state, 'submitted')
  })

  test('the clock takes back what ran out, in every region, and nothing else', async ({
    client,
    assert,
  }) => {
    const [old, other, young] = [
      await handedIn('sd', { pointId: '3701' }),
      await handedIn('sh', { persona: 'p02' }),
      await handedIn('sd', { pointId: '3701' }),
    ]
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    await claimed(client, reviewer, old)
    await claimed(client, await staffOf('sh', 'region_reviewer'), other)
    clock.freeze(clock.now() + LEASE)
    await claimed(client, reviewer, young)
    // Claiming looks at its own dossier only.
    assert.equal((await fresh(old)).row.state, 'in_review')
    await announceExpiredClaims()
    assert.equal((await fresh(old)).row.state, 'submitted')
    assert.equal((await fresh(other)).row.state, 'submitted')
    assert.equal((await fresh(young)).row.state, 'in_review')
    assert.equal((await written(old)).audit.at(-1)!.actorKind, 'system')
    assert.equal(await runInRegion('sd', () => new ExpireClaims().handle()), 0)
  })
})

test.group('Claim next', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('gives the one that has waited longest at his point and stage', async ({
    client,
    assert,
  }) => {
    const start = clock.now()
    const at = async (minute: number, pointId: string) => {
      clock.freeze(start + minute * 60_000)
      return handedIn('sd', { pointId })
    }
    const otherPoint = await at(0, '3703')
    const oldest = await at(1, '3701')
    const next = await at(2, '3701')
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const first = await as(client.post('/sd/staff/claims'), reviewer)
    assert.equal(first.body().id, oldest.id)
    const second = await as(client.post('/sd/staff/claims'), reviewer)
    assert.equal(second.body().id, next.id)
    const third = await as(client.post('/sd/staff/claims'), reviewer)
    third.assertStatus(409)
    assert.equal(codeOf(third), 'NOTHING_TO_CLAIM')
    assert.equal((await fresh(otherPoint)).row.state, 'submitted')
  })

  test('gives a dossier back that its reviewer left lying', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    await claimed(client, await staffOf('sd', 'point_reviewer', '3701'), dossier)
    const colleague = await staffOf('sd', 'point_reviewer', '3701')
    ;(await as(client.post('/sd/staff/claims'), colleague)).assertStatus(409)
    clock.freeze(clock.now() + LEASE)
    assert.equal((await as(client.post('/sd/staff/claims'), colleague)).body().id, dossier.id)
  })

  test('has nothing for who reviews another stage, and is no matter of auditors', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd')
    const codes = []
    for (const role of ['region_reviewer', 'auditor', 'region_admin'] as const) {
      codes.push(codeOf(await as(client.post('/sd/staff/claims'), await staffOf('sd', role))))
    }
    assert.deepEqual(codes, ['NOTHING_TO_CLAIM', 'NOT_ALLOWED', 'NOT_ALLOWED'])
    assert.equal((await fresh(dossier)).row.state, 'submitted')
  })

  test('follows the dossier to the next stage', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    await review(client, await staffOf('sd', 'point_reviewer', '3701'), dossier)
    const answer = await as(client.post('/sd/staff/claims'), await staffOf('sd', 'region_reviewer'))
    assert.equal(answer.body().id, dossier.id)
  })
})

test.group('Claims at the same moment', (group) => {
  inSharedWorld(group)

  test('one reviewer wins, the other is told', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const staff = [
      await staffOf('sd', 'point_reviewer', '3701'),
      await staffOf('sd', 'point_reviewer', '3701'),
    ]
    const answers = await Promise.all(
      staff.map((one) => as(client.post(path(dossier, '/claims')), one))
    )
    const statuses = answers.map((answer) => answer.status())
    assert.sameMembers(statuses, [201, 409])
    const { row } = await fresh(dossier)
    assert.equal(row.claimBy, staff[statuses.indexOf(201)].id)
    assert.equal(row.claimToken, 1)
  })

  test('two who ask for the next one get two', async ({ client, assert }) => {
    const dossiers = [
      await handedIn('sd', { pointId: '3701' }),
      await handedIn('sd', { pointId: '3701' }),
    ]
    const answers = await Promise.all(
      [
        await staffOf('sd', 'point_reviewer', '3701'),
        await staffOf('sd', 'point_reviewer', '3701'),
      ].map((one) => as(client.post('/sd/staff/claims'), one))
    )
    assert.sameMembers(
      answers.map((answer) => answer.body().id),
      dossiers.map(({ id }) => id)
    )
  })

  test('an expiry and a renewal at once leave one consistent dossier', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const token = await claimed(client, reviewer, dossier)
    await runInRegion('sd', () =>
      Dossier.query()
        .where({ region_id: 'sd', id: dossier.id })
        .update({ claim_until: clock.now() - 1 })
    )
    const by = { kind: 'staff' as const, id: reviewer.id, roles: ['point_reviewer' as const] }
    const [renewed, expired] = await runInRegion('sd', () =>
      Promise.allSettled([
        passGate({ dossierId: dossier.id, event: { type: 'renew_claim', token }, by }),
        new ExpireClaims().handle(),
      ])
    )
    assert.equal(renewed.status, 'rejected')
    assert.deepEqual(expired, { status: 'fulfilled', value: 1 })
    assert.equal((await fresh(dossier)).row.state, 'submitted')
  })
})
