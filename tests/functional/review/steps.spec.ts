import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { passGate } from '#app/dossiers/gate'
import Proposal from '#app/dossiers/models/proposal'
import Remark from '#app/dossiers/models/remark'
import { blindIndex } from '#app/shared/field_cipher'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'
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
  written,
} from './desk.js'

const DAY = 24 * 3_600_000
const GROUND = '经核实,所附证明与登记信息不符'

/** A dossier that has passed its exam point: the region's stage may reject. */
async function atDesk(client: ApiClient) {
  const dossier = await handedIn('sd', { pointId: '3701' })
  await review(client, await staffOf('sd', 'point_reviewer', '3701'), dossier)
  return {
    dossier,
    first: await staffOf('sd', 'region_reviewer'),
    second: await staffOf('sd', 'region_reviewer'),
    lead: await staffOf('sd', 'region_lead'),
    otherLead: await staffOf('sd', 'region_lead'),
    admin: await staffOf('sd', 'region_admin'),
  }
}

type Desk = Awaited<ReturnType<typeof atDesk>>

const stateOf = async (dossier: Desk['dossier']) => (await fresh(dossier)).row.state
const proposalOf = ({ regionId, id }: Desk['dossier']) =>
  runInRegion(regionId, () => Proposal.query().where('dossierId', id).orderBy('id').firstOrFail())
const remarksOf = ({ regionId, id }: Desk['dossier']) =>
  runInRegion(regionId, async () =>
    (await Remark.query().where('dossierId', id)).map(({ about, text }) => [about, text])
  )

test.group('Taking over', (group) => {
  inWorld(group)

  test('a lead takes it over; the old holder learns that it is no longer his', async ({
    client,
    assert,
  }) => {
    const { dossier, first, lead } = await atDesk(client)
    const token = await claimed(client, first, dossier)
    const taken = await as(client.post(path(dossier, '/takeovers')), lead)
    taken.assertStatus(200)
    assert.equal(taken.body().token, token + 1)
    const late = await send(client, first, dossier, { token, verdicts: await allAccepted(dossier) })
    late.assertStatus(409)
    assert.equal(codeOf(late), 'CLAIM_LOST')
    const done = await send(client, lead, dossier, {
      token: token + 1,
      verdicts: await allAccepted(dossier),
    })
    done.assertStatus(200)
  })

  test('no reviewer takes over, and nobody what is not claimed', async ({ client, assert }) => {
    const { dossier, first, second, lead } = await atDesk(client)
    assert.equal(codeOf(await as(client.post(path(dossier, '/takeovers')), lead)), 'STATE_MOVED_ON')
    await claimed(client, first, dossier)
    ;(await as(client.post(path(dossier, '/takeovers')), second)).assertStatus(403)
  })
})

test.group('Conflicts of interest', (group) => {
  inWorld(group)

  test('who declares one gives it back and cannot have it again', async ({ client, assert }) => {
    const { dossier, first, second } = await atDesk(client)
    const token = await claimed(client, first, dossier)
    ;(await as(client.post(path(dossier, '/conflicts')), first).json({ token })).assertStatus(200)
    assert.equal(await stateOf(dossier), 'submitted')
    const again = await as(client.post(path(dossier, '/claims')), first)
    assert.deepEqual([again.status(), codeOf(again)], [403, 'CONFLICT_DECLARED'])
    const next = await as(client.post('/sd/staff/claims'), first)
    assert.equal(codeOf(next), 'NOTHING_TO_CLAIM')
    assert.equal(await claimed(client, second, dossier), token + 1)
  })

  test('nobody reviews his own file', async ({ client, assert }) => {
    const { dossier, first } = await atDesk(client)
    const { registrationId, regionId } = dossier
    const { default: Registration } = await import('#app/registrations/models/registration')
    const { idNoIndex } = await runInRegion(regionId, () => Registration.findOrFail(registrationId))
    assert.notEqual(idNoIndex, blindIndex('id_no', 'anybody else'))
    await first.merge({ idNoIndex }).save()
    const own = await as(client.post(path(dossier, '/claims')), first)
    assert.deepEqual([own.status(), codeOf(own)], [403, 'OWN_FILE'])
  })
})

test.group('Taking a return back', (group) => {
  inWorld(group)

  async function returnedBy(desk: Desk, client: ApiClient) {
    const { core } = await fresh(desk.dossier)
    const { id } = core.items.find(({ images }) => images.length > 0)!
    await review(client, desk.first, desk.dossier, (all) => returning(all, [id]))
    return id
  }

  test('it locks again, the decision no longer counts, and he may judge anew', async ({
    client,
    assert,
  }) => {
    const desk = await atDesk(client)
    const { dossier, first } = desk
    await returnedBy(desk, client)
    ;(await as(client.delete(path(dossier, '/return')), first)).assertStatus(200)
    const { row, core } = await fresh(dossier)
    assert.deepEqual([row.state, row.returns, row.deadline], ['submitted', 0, null])
    assert.isTrue(core.items.every(({ reopened }) => reopened === null))
    const { decisions } = await written(dossier)
    assert.lengthOf(
      decisions.filter(({ takenBackAt }) => takenBackAt !== null),
      1
    )
    await review(client, first, dossier)
    assert.equal(await stateOf(dossier), 'approved')
  })

  test('not by a colleague, and not once the candidate began', async ({ client, assert }) => {
    const desk = await atDesk(client)
    const { dossier, first, second } = desk
    const item = await returnedBy(desk, client)
    const foreign = await as(client.delete(path(dossier, '/return')), second)
    assert.equal(codeOf(foreign), 'RETURN_NOT_YOURS')
    await replacePictures(dossier, item)
    const late = await as(client.delete(path(dossier, '/return')), first)
    assert.equal(codeOf(late), 'CANDIDATE_BEGAN')
    assert.equal(await stateOf(dossier), 'returned')
  })
})

test.group('Back to an earlier stage', (group) => {
  inWorld(group)

  test('the region sends it back, the point judges anew, earlier decisions stay', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const point = await staffOf('sd', 'point_reviewer', '3701')
    const region = await staffOf('sd', 'region_reviewer')
    await review(client, point, dossier)
    const before = (await written(dossier)).decisions.length
    const token = await claimed(client, region, dossier)
    const back = await as(client.post(path(dossier, '/step-backs')), region).json({
      token,
      toStage: 0,
      reason: GROUND,
    })
    back.assertStatus(200)
    const { row } = await fresh(dossier)
    assert.deepEqual([row.state, row.stage], ['submitted', 0])
    assert.deepEqual(await remarksOf(dossier), [['step_back', GROUND]])
    assert.notInclude(JSON.stringify((await written(dossier)).audit), GROUND)
    // The same reviewer judges the same round again.
    await review(client, point, dossier)
    assert.equal((await written(dossier)).decisions.length, before * 2)
    assert.equal((await fresh(dossier)).row.stage, 1)
  })

  test('not forward, not without a word', async ({ client, assert }) => {
    const { dossier, first } = await atDesk(client)
    const token = await claimed(client, first, dossier)
    const back = (sent: object) =>
      as(client.post(path(dossier, '/step-backs')), first).json({ token, ...sent })
    assert.equal(codeOf(await back({ toStage: 1, reason: GROUND })), 'STAGE_NOT_EARLIER')
    ;(await back({ toStage: -1, reason: GROUND })).assertStatus(422)
    ;(await back({ toStage: 0 })).assertStatus(422)
  })
})

test.group('Not eligible, by two people', (group) => {
  inWorld(group)

  const asking = (token: number, change: object = {}) => ({
    kind: 'ineligible',
    token,
    ground: GROUND,
    reason: 'ELI_MAJOR',
    ...change,
  })

  async function proposed(client: ApiClient) {
    const desk = await atDesk(client)
    const token = await claimed(client, desk.first, desk.dossier)
    const url = path(desk.dossier, '/proposals')
    ;(await as(client.post(url), desk.first).json(asking(token))).assertStatus(200)
    const { id } = await proposalOf(desk.dossier)
    return { ...desk, url: `${url}/${id}` }
  }

  test('while it is open it is neither claimed nor recalled, and waits in a list of its own', async ({
    client,
    assert,
  }) => {
    const { dossier, first, second } = await proposed(client)
    for (const staff of [first, second]) {
      const claim = await as(client.post(path(dossier, '/claims')), staff)
      assert.equal(codeOf(claim), 'PROPOSAL_OPEN')
    }
    assert.equal(codeOf(await as(client.post('/sd/staff/claims'), second)), 'NOTHING_TO_CLAIM')
    const recall = runInRegion('sd', () =>
      passGate({
        dossierId: dossier.id,
        event: { type: 'recall' },
        by: { kind: 'candidate', id: dossier.candidateId },
      })
    )
    await assert.rejects(() => recall, 'NOT_RECALLABLE')
  })

  test('nobody confirms his own; a colleague does, and the candidate is told why', async ({
    client,
    assert,
  }) => {
    const { dossier, url, first, second } = await proposed(client)
    const own = await as(client.post(`${url}/confirmation`), first)
    assert.deepEqual([own.status(), codeOf(own)], [403, 'PROPOSAL_YOURS'])
    ;(await as(client.post(`${url}/confirmation`), second)).assertStatus(200)
    assert.equal(await stateOf(dossier), 'ineligible')
    const { outbox, audit } = await written(dossier)
    assert.include(outbox, 'message.ineligible')
    assert.notInclude(JSON.stringify(audit), GROUND)
    const { outcome, decidedBy, open } = await proposalOf(dossier)
    assert.deepEqual([outcome, decidedBy, open], ['confirmed', second.id, null])
    const twice = await as(client.post(`${url}/confirmation`), second)
    assert.equal(twice.status(), 409)
  })

  test('a refusal with a word brings it back into the queue', async ({ client, assert }) => {
    const { dossier, url, lead, second } = await proposed(client)
    const empty = await as(client.post(`${url}/refusal`), lead).json({ because: ' ' })
    empty.assertStatus(422)
    ;(await as(client.post(`${url}/refusal`), lead).json({ because: '证据不足' })).assertStatus(200)
    assert.equal(await stateOf(dossier), 'submitted')
    assert.equal(await claimed(client, second, dossier), 3)
  })

  test('a reason that can be mended ends nothing; neither does a stage that may not', async ({
    client,
    assert,
  }) => {
    const { dossier, first } = await atDesk(client)
    const token = await claimed(client, first, dossier)
    const url = path(dossier, '/proposals')
    const mild = await as(client.post(url), first).json(asking(token, { reason: 'IMG_BLUR' }))
    assert.equal(codeOf(mild), 'REASON_NOT_FINAL')
    const mute = await as(client.post(url), first).json(asking(token, { ground: '  ' }))
    mute.assertStatus(422)

    const other = await handedIn('sd', { pointId: '3701' })
    const point = await staffOf('sd', 'point_reviewer', '3701')
    const held = await claimed(client, point, other)
    const below = await as(client.post(path(other, '/proposals')), point).json(asking(held))
    assert.equal(codeOf(below), 'STAGE_CANNOT_REJECT')
  })

  test('a repeated proposal is one', async ({ client, assert }) => {
    const { dossier, first } = await atDesk(client)
    const token = await claimed(client, first, dossier)
    const request = () =>
      as(client.post(path(dossier, '/proposals')), first)
        .header('Idempotency-Key', 'proposal-0001')
        .json(asking(token))
    ;(await request()).assertStatus(200)
    ;(await request()).assertStatus(200)
    const rows = await runInRegion('sd', () => Proposal.query().where('dossierId', dossier.id))
    assert.lengthOf(rows, 1)
  })

  test('an appeal that is upheld brings it back to review', async ({ client, assert }) => {
    const { dossier, url, second, lead } = await proposed(client)
    await as(client.post(`${url}/confirmation`), second)
    const appeal = (staff: typeof lead) =>
      as(client.post(path(dossier, '/reinstatement')), staff).json({ ground: '补充了公证书' })
    ;(await appeal(second)).assertStatus(403)
    ;(await appeal(lead)).assertStatus(200)
    assert.equal(await stateOf(dossier), 'submitted')
    assert.include((await written(dossier)).outbox, 'message.reinstated')
  })
})

test.group('Reviewing an approved dossier again', (group) => {
  inWorld(group)

  test('two leads, and everything is judged anew', async ({ client, assert }) => {
    const { dossier, first, lead, otherLead } = await atDesk(client)
    await review(client, first, dossier)
    const url = path(dossier, '/proposals')
    const asking = { kind: 'reopen', ground: GROUND, toStage: 1 }
    ;(await as(client.post(url), first).json(asking)).assertStatus(403)
    ;(await as(client.post(url), lead).json(asking)).assertStatus(200)
    const { id } = await proposalOf(dossier)
    const own = await as(client.post(`${url}/${id}/confirmation`), lead)
    assert.equal(codeOf(own), 'PROPOSAL_YOURS')
    ;(await as(client.post(`${url}/${id}/confirmation`), otherLead)).assertStatus(200)
    assert.equal(await stateOf(dossier), 'submitted')
    assert.isNotEmpty(await allAccepted(dossier))
    await review(client, first, dossier)
    assert.equal(await stateOf(dossier), 'approved')
  })
})

test.group('Holding a dossier', (group) => {
  inWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('its clocks stand still and go on afterwards', async ({ client, assert }) => {
    const desk = await atDesk(client)
    const { dossier, admin, lead } = desk
    const { core } = await fresh(dossier)
    const { id } = core.items.find(({ images }) => images.length > 0)!
    await review(client, desk.first, dossier, (all) => returning(all, [id]))
    const { deadline } = (await fresh(dossier)).row
    const hold = (staff: typeof lead) =>
      as(client.post(path(dossier, '/hold')), staff).json({ ground: GROUND })
    ;(await hold(lead)).assertStatus(403)
    const from = clock.now()
    clock.freeze(from)
    ;(await hold(admin)).assertStatus(200)
    assert.equal(await stateOf(dossier), 'held')
    clock.freeze(from + 2 * DAY)
    ;(await as(client.delete(path(dossier, '/hold')), admin)).assertStatus(200)
    const { row } = await fresh(dossier)
    assert.deepEqual([row.state, row.deadline], ['returned', deadline! + 2 * DAY])
    assert.deepEqual(await remarksOf(dossier), [['hold', GROUND]])
  })
})

test.group('What the page offers', (group) => {
  inWorld(group)

  test('is what the gate would let pass', async ({ client, assert }) => {
    const { dossier, first, second, lead, admin } = await atDesk(client)
    const offered = async (staff: typeof lead) => {
      const page = await as(client.get(path(dossier)), staff).withInertia()
      const { steps } = page.body().props
      return Object.keys(steps).filter((step) =>
        Array.isArray(steps[step]) ? steps[step].length > 0 : steps[step]
      )
    }
    assert.deepEqual(await offered(first), [])
    assert.deepEqual(await offered(admin), ['hold'])
    await claimed(client, first, dossier)
    assert.deepEqual(await offered(first), ['conflict', 'stepBack', 'proposeIneligible'])
    assert.deepEqual(await offered(second), [])
    assert.deepEqual(await offered(lead), ['takeOver'])
  })
})
