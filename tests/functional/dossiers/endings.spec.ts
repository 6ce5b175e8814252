import { test } from '@japa/runner'
import { announceOverdue } from '#app/dossiers/actions/announce_overdue'
import FollowRegistration from '#app/dossiers/actions/follow_registration'
import LapseDossiers from '#app/dossiers/actions/lapse_dossiers'
import { UPLOAD_LONGEST } from '#app/dossiers/circumstances'
import Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { AtDossier, rowsOf } from '#tests/support/dossiers'
import { closeUploadsAt, keepSeason } from '#tests/support/season_rules'
import { inSharedWorld } from '#tests/support/world'

const MINUTE = 60_000
const DAY = 86_400_000
const codeOf = ({ status, json }: { status: number; json: any }) => [status, json?.errors?.[0].code]

/** The registration system says something else of him. */
async function registered(at: AtDossier, facts: Registration['facts']) {
  await at.inRegion(async () => {
    const { registrationId } = await at.row()
    const registration = await Registration.findOrFail(registrationId)
    await registration
      .merge({
        facts: { ...registration.facts, ...facts },
        factsRevision: registration.factsRevision + 1,
      })
      .save()
    await new FollowRegistration().handle(registration.id)
  })
}

const openOf = async (at: AtDossier) =>
  (await at.read()).core.items.filter(({ reopened }) => reopened).map(({ material }) => material)

test.group('Taking a submission back', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  const recall = (at: AtDossier) => at.tab.post('/sc/dossier/recall', { json: {} })

  test('everything opens again, and the next submission is a round of its own', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).submitted()
    assert.equal((await recall(at)).status, 302)
    assert.equal((await at.row()).state, 'draft')
    const again = await at.submit()
    assert.equal(again.status, 201, again.text)
    const rounds = (await at.rows('submissions')).map(({ round }) => round)
    assert.deepEqual(rounds, [1, 2])
  })

  test('of a return exactly the named item opens again, with what was written', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).returned('ID_RESIDENT')
    const { id } = await at.item('ID_RESIDENT')
    const { deadline } = await at.row()
    await at.tab.put(`/sc/dossier/items/${id}/answer`, { because: '原件如此' })
    const sent = await at.submit()
    assert.equal(sent.status, 201, sent.text)
    assert.equal((await recall(at)).status, 302)
    assert.deepEqual(await openOf(at), ['ID_RESIDENT'])
    assert.equal((await at.item('ID_RESIDENT')).reopened!.answer, '原件如此')
    assert.equal((await at.row()).deadline, deadline)
  })

  test('not once the window is closed, nor a second time', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const now = clock.now()
    await closeUploadsAt('sc', now)
    assert.deepEqual(codeOf(await recall(at)), [409, 'WINDOW_CLOSED'])
    await closeUploadsAt('sc', now + DAY)
    assert.equal((await recall(at)).status, 302)
    assert.deepEqual(codeOf(await recall(at)), [409, 'STATE_MOVED_ON'])
  })
})

test.group('Giving a dossier up', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))

  test('it must be said, and then it is over; another one may be begun', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const unsaid = await at.tab.post('/sc/dossier/withdrawal', { json: {} })
    assert.equal(unsaid.status, 422)
    const said = await at.tab.post('/sc/dossier/withdrawal', { json: { sure: true } })
    assert.equal(said.status, 302)
    const gone = await at.tab.post('/sc/dossier/withdrawal', { json: { sure: true } })
    assert.equal(gone.status, 404)
    const begun = await at.tab.post('/sc/dossier', { json: {} })
    assert.equal(begun.status, 302)
    const states = await rowsOf('dossiers', { candidate_id: at.known.candidate.id })
    assert.deepEqual(
      states.map(({ state, live }) => [state, live]),
      [
        ['withdrawn', null],
        ['draft', 1],
      ]
    )
  })
})

test.group('The clock', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  const lapse = (at: AtDossier) => at.inRegion(() => new LapseDossiers().handle())

  test('ends a draft when no upload can be under way any more, not before', async ({ assert }) => {
    const at = await AtDossier.open()
    const end = clock.now() + MINUTE
    await closeUploadsAt('sc', end)
    clock.freeze(end + UPLOAD_LONGEST - 1)
    assert.equal(await lapse(at), 0)
    clock.freeze(end + UPLOAD_LONGEST)
    await announceOverdue()
    const row = await at.row()
    assert.deepEqual([row.state, row.lapsedFrom], ['lapsed', 'draft'])
    assert.include(
      (await at.rows('outbox')).map(({ kind }) => kind),
      'message.lapsed'
    )
    assert.equal(await lapse(at), 0)
  })

  test('leaves what was uploaded in the last moment its grace', async ({ assert }) => {
    const at = await AtDossier.open()
    const end = clock.now() + MINUTE
    await closeUploadsAt('sc', end)
    clock.freeze(end + UPLOAD_LONGEST)
    await at.inRegion(async () => {
      await (await at.row()).merge({ lastUploadAt: end + UPLOAD_LONGEST - MINUTE }).save()
    })
    assert.equal(await lapse(at), 0)
  })

  test('ends a return at its deadline, window or not', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('ID_RESIDENT')
    const { deadline } = await at.row()
    clock.freeze(deadline! + UPLOAD_LONGEST - 1)
    assert.equal(await lapse(at), 0)
    clock.freeze(deadline! + UPLOAD_LONGEST)
    assert.equal(await lapse(at), 1)
    assert.deepEqual([(await at.row()).state, await openOf(at)], ['lapsed', ['ID_RESIDENT']])
  })

  test('touches nothing that was handed in', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    await closeUploadsAt('sc', clock.now())
    clock.freeze(clock.now() + 30 * DAY)
    assert.equal(await lapse(at), 0)
    assert.equal((await at.row()).state, 'submitted')
  })
})

test.group('A registration that changes', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))

  test('after submitting: only what is newly required opens, and the candidate is told', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).submitted()
    await registered(at, { id_type: 'passport' })
    const row = await at.row()
    assert.equal(row.state, 'returned')
    assert.isNotNull(row.deadline)
    const open = await openOf(at)
    assert.isNotEmpty(open)
    const { core } = await at.read()
    for (const item of core.items.filter(({ reopened }) => reopened)) {
      assert.deepEqual([item.need, item.reopenedBy], ['required', 'registration'])
    }
    const kinds = (await at.rows('outbox')).map(({ kind }) => kind)
    assert.include(kinds, 'message.registration_asks')
    const page = await at.tab.get('/sc/dossier', { visit: true })
    const shown = page.json.props.items.find(({ state }: any) => state === 'returned')
    assert.equal(shown.returned.by.zh, '报名信息变更')
  })

  test('nothing new is required: it stays where it is', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const before = await at.row()
    await registered(at, { unread_fact: true })
    const row = await at.row()
    assert.deepEqual([row.state, row.flag], [before.state, null])
    assert.equal(row.factsRevision, before.factsRevision + 1)
  })
})
