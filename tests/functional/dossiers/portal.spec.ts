import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type Candidate from '#app/identity/models/candidate'
import { clock } from '#app/shared/clock'
import { AtDossier } from '#tests/support/dossiers'
import { keepSeason, setWindows, switchUploads } from '#tests/support/season_rules'
import { inSharedWorld, signedInCandidate } from '#tests/support/world'

const DAY = 86_400_000

test.group('The portal of a region', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  test('welcomes a guest without a card', async ({ client, assert }) => {
    const props = await portal(client, 'sc')
    assert.isNull(props.registration)
    assert.isNull(props.dossier)
    assert.isNull(props.checklist)
    assert.isNotEmpty(props.notices)
    assert.isNotEmpty(props.windows)
    assert.equal(props.openness.button, 'shown')
  })

  test('shows a candidate his registration, masked, and where he stands', async ({
    client,
    assert,
  }) => {
    const { candidate, person } = await signedInCandidate('sc')
    const props = await portal(client, 'sc', candidate)
    assert.equal(props.registration.name, person.name)
    assert.notInclude(JSON.stringify(props), person.idNo)
    assert.notInclude(JSON.stringify(props), person.phone)
    assert.deepEqual(props.dossier, {
      state: 'draft',
      action: 'begin',
      returnedItems: 0,
      deadline: null,
    })
    assert.equal(props.openness.label.zh, '上传相关材料')
  })

  test('leads on with a draft, to what was returned, and to what was handed in', async ({
    client,
    assert,
  }) => {
    const draft = await AtDossier.open()
    const { candidate } = draft.known
    assert.equal((await portal(client, 'sc', candidate)).dossier.action, 'continue')
    await draft.submitted()
    assert.equal((await portal(client, 'sc', candidate)).dossier.action, 'view')
    const returned = await (await AtDossier.open()).returned('EDU_DIPLOMA', 'INST_LICENSE')
    const { dossier } = await portal(client, 'sc', returned.known.candidate)
    const { deadline } = await returned.row()
    assert.deepEqual(dossier, { state: 'returned', action: 'fix', returnedItems: 2, deadline })
  })

  test('of a region without uploads has a checklist with reasons and no button', async ({
    client,
    assert,
  }) => {
    const { candidate } = await signedInCandidate('ha', 'p09')
    const props = await portal(client, 'ha', candidate)
    assert.isFalse(props.enabled)
    assert.equal(props.openness.button, 'absent')
    assert.isNotEmpty(props.openness.message.zh)
    const required = props.checklist.filter(({ need }: any) => need === 'required')
    assert.include(
      required.map(({ code }: any) => code),
      'ID_RESIDENT'
    )
    for (const { why } of required) assert.isNotEmpty(why.zh)
  })

  test("shows a serving soldier the region's message and no button", async ({ client, assert }) => {
    const { candidate } = await signedInCandidate('sc', 'p14')
    const { openness } = await portal(client, 'sc', candidate)
    assert.equal(openness.button, 'absent')
    assert.isFalse(openness.open)
    assert.include(openness.message.zh, '现役军人')
    assert.include(openness.message.en, 'military')
  })

  test('a window that the region gave no name has that of its kind', async ({ client, assert }) => {
    const [from, until] = [clock.now(), clock.now() + DAY]
    await setWindows('sc', [{ kind: 'upload', from, until }])
    const { windows } = await portal(client, 'sc')
    assert.deepEqual(
      windows.filter(({ kind }: any) => kind === 'upload').map(({ name }: any) => name),
      [{ zh: '材料上传', en: 'Upload' }]
    )
  })

  test('follows switch, windows and blackout to the millisecond', async ({ client, assert }) => {
    const now = clock.now()
    const [start, end] = [now + DAY, now + 2 * DAY]
    await setWindows('sc', [
      { kind: 'upload', from: start, until: end },
      { kind: 'blackout', from: start + 1000, until: start + 2000 },
    ])
    const at = async (instant: number) => {
      clock.freeze(instant)
      const { openness } = await portal(client, 'sc')
      return [openness.open, openness.reason]
    }
    assert.deepEqual(await at(start - 1), [false, 'before'])
    assert.deepEqual(await at(start), [true, null])
    assert.deepEqual(await at(start + 1000), [false, 'blackout'])
    assert.deepEqual(await at(start + 2000), [true, null])
    assert.deepEqual(await at(end - 1), [true, null])
    assert.deepEqual(await at(end), [false, 'after'])
    await switchUploads('sc', false)
    assert.deepEqual(await at(start), [false, 'switched_off'])
    const { openness } = await portal(client, 'sc')
    assert.equal(openness.button, 'absent')
    assert.isNotEmpty(openness.message.zh)
  })

  test('shows a candidate of another region no card', async ({ client, assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const props = await portal(client, 'bj', candidate)
    assert.isNull(props.registration)
    assert.isNull(props.dossier)
  })

  test('a region that is not there is a missing page', async ({ client }) => {
    const response = await client.get('/zz').withInertia()
    response.assertStatus(404)
  })
})

async function portal(client: ApiClient, region: string, candidate?: Candidate): Promise<any> {
  const request = client.get(`/${region}`).withInertia()
  if (candidate) request.withGuard('candidate').loginAs(candidate)
  const response = await request
  response.assertStatus(200)
  response.assertInertiaComponent('regions/portal')
  return response.inertiaProps
}
