import { test } from '@japa/runner'
import { QueueManager } from '@boringnode/queue'
import type { ApiClient } from '@japa/api-client'
import AuditEntry from '#app/audit/models/audit_entry'
import { EditDraft } from '#app/catalog/actions/edit_draft'
import Release from '#app/catalog/models/release'
import { draftOf } from '#app/catalog/queries/draft'
import MoveDossiers from '#app/dossiers/jobs/move_dossiers'
import MoveDrafts from '#app/dossiers/jobs/move_drafts'
import type Staff from '#app/identity/models/staff'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { draftOf as openDraft, handedIn } from '#tests/functional/review/desk'
import { seedDocument } from '#database/demo/people'
import { inWorld, staffOf } from '#tests/support/world'

const BASE = '/sc/staff'
const inSichuan = <T>(work: () => Promise<T>) => runInRegion('sc', work)
const season = () => inSichuan(async () => (await currentSeason())!.season)

test.group('Releases of a season', (group) => {
  inWorld(group)
  group.each.setup(() => {
    QueueManager.fake()
    return () => QueueManager.restore()
  })

  test('a guest signs in first; staff of another region find nothing', async ({ client }) => {
    const release = (await season()).currentReleaseId
    const other = await staffOf('bj', 'region_admin')
    const pages = [
      'releases',
      `releases/${release}`,
      `releases/${release}/file`,
      'publications/new',
    ]
    for (const page of pages) {
      const guest = await client.get(`${BASE}/${page}`).redirects(0)
      guest.assertHeader('location', '/staff/login')
      const stranger = await get(client, other, page)
      stranger.assertStatus(404)
    }
    const own = (await runInRegion('bj', () => currentSeason()))!.season.currentReleaseId
    for (const path of [`releases/${own}`, `releases/${own}/file`]) {
      const answer = await get(client, await staffOf('sc', 'region_admin'), path)
      answer.assertStatus(404)
    }
  })

  test('the list says who published what, what it changed, and who works under it', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    await openDraft('sc')
    await edit(admin, 'upload_grace_minutes', 30)
    const published = await post(client, admin, 'publications', { version: 2 })
    published.assertHeader('location', `${BASE}/releases`)
    const page = await get(client, await staffOf('sc', 'auditor'), 'releases').withInertia()
    page.assertInertiaComponent('catalog/releases')
    const { releases, draft, canChange } = page.inertiaProps as any
    assert.isFalse(canChange)
    const [second, first] = releases
    assert.deepInclude(second, {
      ...{ number: 2, publishedBy: admin.name, current: true, restoredFrom: null },
      ...{ moreChanges: 0, uses: {} },
    })
    assert.deepEqual(second.changes, [
      {
        ...{ section: 'time', kind: 'changed', subject: null },
        field: { zh: '截止后可提交时间', en: 'Time to submit after the close' },
        before: { zh: '10分钟', en: '10 minutes' },
        after: { zh: '30分钟', en: '30 minutes' },
      },
    ])
    assert.deepInclude(first, { number: 1, changes: null, uses: { draft: 1 }, current: false })
    assert.deepInclude(draft, { behind: null, pieces: [], changes: [], problems: [] })
  })

  test('publishing shows differences and impact first, and is refused when the draft moved on', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    await openDraft('sc')
    await handedIn('sc')
    await edit(admin, 'at_close', 'submit_if_complete')
    const page = await get(client, admin, 'publications/new').withInertia()
    const { draft, impact, current } = page.inertiaProps as any
    assert.equal(current, 1)
    assert.deepEqual(impact, { draft: 1, submitted: 1 })
    assert.lengthOf(draft.changes, 1)

    await edit(admin, 'upload_grace_minutes', 1, 2)
    const late = await json(client.post(`${BASE}/publications`).json({ version: 2 }), admin)
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'DRAFT_MOVED_ON')
    const without = await json(client.post(`${BASE}/publications`).json({}), admin)
    without.assertStatus(422)
    assert.lengthOf(await inSichuan(() => Release.all()), 1)
    await post(client, admin, 'publications', { version: 3 })
    assert.lengthOf(await inSichuan(() => Release.all()), 2)
  })

  test('publishing says how many drafts will have more to hand in, and what', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    for (let n = 0; n < 3; n++) await openDraft('sc')
    await handedIn('sc')
    const gains = async () => {
      const page = await get(client, admin, 'publications/new').withInertia()
      return (page.inertiaProps as any).gains
    }
    const own = {
      ...seedDocument('catalog.json').materials[0],
      ...{ zh: '本地居住证明', en: 'Proof of residence', alternatives: [] },
    }
    const add = (condition: object, version: number) =>
      inSichuan(async () =>
        new EditDraft().handle({
          ...{ seasonId: (await season()).id, version, by: { kind: 'staff', id: admin.id } },
          ...{ section: 'own_materials', material: 'SC_PROOF' },
          value: [{ ...own, required_when: condition, offered_when: { const: false } }],
        })
      )
    await add({ const: false }, 1)
    assert.deepEqual(await gains(), { looked: 3, gaining: 0, materials: [] })
    await add({ const: true }, 2)
    assert.deepEqual(await gains(), {
      looked: 3,
      gaining: 3,
      materials: [
        { code: 'SC_PROOF', name: { zh: '本地居住证明', en: 'Proof of residence' }, n: 3 },
      ],
    })
  })

  test('an unsound workflow is not published, and says so', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { draft } = await inSichuan(async () => draftOf((await currentSeason())!.season.id))
    await edit(admin, 'workflow', { ...(draft.document.workflow as object), stages: [] })
    const page = await get(client, admin, 'publications/new').withInertia()
    const [problem] = (page.inertiaProps as any).draft.problems
    assert.deepInclude(problem, { path: 'workflow.stages', reason: 'WORKFLOW_EMPTY' })
    const refused = await json(client.post(`${BASE}/publications`).json({ version: 2 }), admin)
    refused.assertStatus(409)
    assert.equal(refused.body().errors[0].code, 'RELEASE_HAS_PROBLEMS')
  })

  test('any two are compared: with the one before, or with the one that is asked for', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    for (const [version, minutes] of [
      [1, 20],
      [3, 30],
    ]) {
      await edit(admin, 'upload_grace_minutes', minutes, version)
      await post(client, admin, 'publications', { version: version + 1 })
    }
    const third = (await season()).currentReleaseId!
    const before = async (query: string) => {
      const page = await get(client, admin, `releases/${third}${query}`).withInertia()
      const { against, changes } = page.inertiaProps as any
      return [against.number, changes[0].before.zh, changes[0].after.zh]
    }
    assert.deepEqual(await before(''), [2, '20分钟', '30分钟'])
    assert.deepEqual(await before('?against=1'), [1, '10分钟', '30分钟'])
    assert.deepEqual(await before('?against=99'), [2, '20分钟', '30分钟'])
  })

  test('an old one is published again under a new number', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const first = (await season()).currentReleaseId!
    await edit(admin, 'upload_grace_minutes', 20)
    await post(client, admin, 'publications', { version: 2 })
    const lead = await staffOf('sc', 'region_lead')
    const path = `${BASE}/releases/${first}/restorations`
    const forbidden = await json(client.post(path), lead)
    forbidden.assertStatus(403)
    const restored = await post(client, admin, `releases/${first}/restorations`)
    restored.assertHeader('location', `${BASE}/releases`)
    const rows = await inSichuan(() => Release.query().orderBy('number'))
    assert.deepEqual(
      rows.map(({ number, restoredFrom }) => [number, restoredFrom]),
      [
        [1, null],
        [2, null],
        [3, 1],
      ]
    )
    const again = await json(client.post(path), admin)
    again.assertStatus(409)
    assert.equal(again.body().errors[0].code, 'RELEASE_NOTHING_NEW')
  })

  test('a release is downloaded as one file that reads back as it is', async ({
    client,
    assert,
  }) => {
    const release = (await season()).currentReleaseId!
    const file = await get(client, await staffOf('sc', 'auditor'), `releases/${release}/file`)
    file.assertStatus(200)
    assert.match(
      file.header('content-disposition')!,
      /attachment; filename="?sc-2027-release-1.json/
    )
    const document = JSON.parse(file.text())
    assert.deepInclude(document, { format: 1, id: 'SC', season: 2027 })
    assert.notProperty(document, 'windows')
  })

  test('dossiers are moved on purpose: which, why, in the chain, by a job', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    await handedIn('sc')
    await edit(admin, 'upload_grace_minutes', 20)
    await post(client, admin, 'publications', { version: 2 })
    const { id: seasonId, currentReleaseId: releaseId } = await season()
    const path = `${BASE}/releases/${releaseId}/moves`
    for (const body of [
      { states: ['submitted'] },
      { states: [], reason: '规则有误,一并改正' },
      { states: ['approved'], reason: '规则有误,一并改正' },
      { states: ['submitted'], reason: '短' },
      { states: ['submitted'], reason: '长'.repeat(10_000) },
    ]) {
      const refused = await json(client.post(path).json(body), admin)
      refused.assertStatus(422)
    }
    const queue = QueueManager.fake()
    const reason = '规则有误,一并改正'
    await post(client, admin, `releases/${releaseId}/moves`, { states: ['submitted'], reason })
    queue.assertPushed(MoveDossiers, {
      payload: {
        ...{ regionId: 'sc', seasonId, releaseId: releaseId!, states: ['submitted'] },
        staffId: admin.id,
      },
    })
    const entry = await inSichuan(() =>
      AuditEntry.query().where('chain', 'region:sc').orderBy('seq', 'desc').firstOrFail()
    )
    assert.equal(entry.action, 'dossiers_moved')
    assert.deepInclude(entry.payload, { reason, states: ['submitted'], n: 1, number: 2 })
    const none = await json(client.post(path).json({ states: ['returned'], reason }), admin)
    none.assertStatus(409)
    assert.equal(none.body().errors[0].code, 'NOTHING_TO_MOVE')
  })

  test('publishing announces the move of drafts', async ({ client }) => {
    const admin = await staffOf('sc', 'region_admin')
    const queue = QueueManager.fake()
    await edit(admin, 'upload_grace_minutes', 20)
    await post(client, admin, 'publications', { version: 2 })
    queue.assertPushed(MoveDrafts, { payload: { regionId: 'sc' } })
  })
})

function get(client: ApiClient, staff: Staff, path: string) {
  return client.get(`${BASE}/${path}`).withGuard('staff').loginAs(staff)
}

function post(client: ApiClient, staff: Staff, path: string, body: object = {}) {
  return client
    .post(`${BASE}/${path}`)
    .json(body)
    .redirects(0)
    .withGuard('staff')
    .loginAs(staff)
    .withCsrfToken()
    .header('accept', 'text/html')
}

function json(request: ReturnType<ApiClient['post']>, staff: Staff) {
  return request.withGuard('staff').loginAs(staff).withCsrfToken().accept('json')
}

async function edit(by: Staff, section: any, value: unknown, version = 1) {
  const { id: seasonId } = await season()
  const who = { kind: 'staff', id: by.id }
  return inSichuan(() => new EditDraft().handle({ seasonId, version, section, value, by: who }))
}
