import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { v7 as uuid } from 'uuid'
import AuditEntry from '#app/audit/models/audit_entry'
import type Staff from '#app/identity/models/staff'
import Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { currentSeason } from '#app/regions/queries/current_season'
import { noticesFor } from '#app/regions/queries/notices'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, newStaff, signedInCandidate, staffOf } from '#tests/support/world'

const NOTICES = '/sc/staff/notices'
const LINK = {
  titleZh: '关于现场审核的通知',
  titleEn: 'On-site review',
  kind: 'link',
  url: 'https://wjw.sc.gov.cn/2027/1.html',
  mustRead: false,
  status: 'shown',
}
const TEXT = {
  titleZh: '考生须知',
  titleEn: '',
  kind: 'text',
  bodyZh: '# 须知\n\n请带**原件**。',
  mustRead: true,
  status: 'draft',
}

test.group('Notices of a region', (group) => {
  inWorld(group)

  test('guests, other regions and other roles change nothing', async ({ client, assert }) => {
    const before = await titles()
    const notice = await first()
    const guest = await client.get(NOTICES).redirects(0)
    guest.assertHeader('location', '/staff/login')
    const cases: [Staff | null, number][] = [
      [null, 401],
      [await staffOf('bj', 'region_admin'), 404],
      [await newStaff('national', { isPlatformAdmin: true }), 403],
      [await staffOf('sc', 'region_lead'), 403],
      [await staffOf('sc', 'auditor'), 403],
      [await staffOf('sc', 'point_admin', '5101'), 403],
    ]
    for (const [staff, status] of cases) {
      for (const [method, path, body] of [
        ['post', NOTICES, LINK],
        ['put', `${NOTICES}/${notice.id}`, { ...LINK, version: 1 }],
        ['delete', `${NOTICES}/${notice.id}`, {}],
        ['put', '/sc/staff/notice-order', { order: [] }],
        ['post', '/sc/staff/notice-previews', { text: 'a' }],
      ] as const) {
        const response = await send(client, staff, method, path, body)
        response.assertStatus(status)
      }
      if (!staff) continue
      const page = await client.get(NOTICES).withGuard('staff').loginAs(staff)
      page.assertStatus(status)
    }
    assert.deepEqual(await titles(), before)
  })

  test("another region's notice is missing", async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const foreign = await runInRegion('bj', () => Notice.query().firstOrFail())
    const change = { ...LINK, version: 1 }
    for (const id of [foreign.id, uuid()]) {
      const put = await send(client, admin, 'put', `${NOTICES}/${id}`, change)
      put.assertStatus(404)
      const gone = await send(client, admin, 'delete', `${NOTICES}/${id}`, {})
      gone.assertStatus(404)
    }
    const still = await runInRegion('bj', () => Notice.findOrFail(foreign.id))
    assert.equal(still.titleZh, foreign.titleZh)
  })

  test('a link is added last, shown to candidates, and stands in the chain', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const response = await send(client, admin, 'post', NOTICES, LINK)
    response.assertStatus(302)
    const shown = await shownNow()
    assert.equal(shown.at(-1)?.title.zh, LINK.titleZh)
    assert.equal(shown.at(-1)?.url, LINK.url)
    const entry = await lastEntry()
    assert.equal(entry.action, 'notice_added')
    assert.equal(entry.actorId, admin.id)
    assert.equal(entry.payload.url, LINK.url)

    const page = await client.get(NOTICES).withGuard('staff').loginAs(admin).withInertia()
    page.assertInertiaComponent('administration/notices')
    assert.equal((page.inertiaProps as any).notices.at(-1).updatedBy, admin.name)
  })

  test('a draft reaches nobody until it is shown', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    await send(client, admin, 'post', NOTICES, TEXT)
    const notice = await named(TEXT.titleZh)
    assert.notInclude(
      (await shownNow()).map(({ id }) => id),
      notice.id
    )
    const hidden = await client.get(`/sc/notices/${notice.id}`)
    hidden.assertStatus(404)
    const { candidate } = await signedInCandidate('sc')
    await runInRegion('sc', async () => {
      for (const read of await NoticeRead.query().where('notice_id', notice.id)) await read.delete()
    })
    const read = await client
      .post(`/sc/notices/${notice.id}/reads`)
      .withGuard('candidate')
      .loginAs(candidate)
      .accept('json')
      .withCsrfToken()
    read.assertStatus(404)

    const shown = { ...TEXT, status: 'shown', version: 1 }
    const response = await send(client, admin, 'put', `${NOTICES}/${notice.id}`, shown)
    response.assertStatus(302)
    const page = await client.get(`/sc/notices/${notice.id}`).withInertia()
    page.assertInertiaComponent('regions/notice')
    assert.include((page.inertiaProps as any).notice.html.zh, '<h2>须知</h2>')
  })

  for (const [what, field, change] of [
    ['http', 'url', { url: 'http://a.cn' }],
    ['javascript', 'url', { url: 'javascript:alert(1)' }],
    ['data', 'url', { url: 'data:text/html,x' }],
    ['credentials', 'url', { url: 'https://a:b@a.cn' }],
    ['no link', 'url', { url: undefined }],
    ['no Chinese title', 'titleZh', { titleZh: '  ' }],
    ['a title of two lines', 'titleZh', { titleZh: '一\n二' }],
    ['a title of 10,000 characters', 'titleZh', { titleZh: '长'.repeat(10_000) }],
    ['no text', 'bodyZh', { kind: 'text', bodyZh: ' ' }],
    ['a text of 20,001 characters', 'bodyZh', { kind: 'text', bodyZh: '长'.repeat(20_001) }],
    [
      'an end before its beginning',
      'shownUntil',
      { shownFrom: 1_800_000_000_000, shownUntil: 1_800_000_000_000 },
    ],
    ['a time that is none', 'shownFrom', { shownFrom: 'soon' }],
    ['an unknown kind', 'kind', { kind: 'html' }],
    ['an unknown status', 'status', { status: 'archived' }],
  ] as const) {
    test(`refuses ${what} at its field and saves nothing`, async ({ client, assert }) => {
      const admin = await staffOf('sc', 'region_admin')
      const before = await titles()
      const response = await send(client, admin, 'post', NOTICES, { ...LINK, ...change })
      response.assertStatus(422)
      const [error] = response.body().errors
      assert.equal(error.field, field)
      assert.notMatch(error.message, /translation missing|\{/)
      assert.deepEqual(await titles(), before)
    })
  }

  test('the second to save is told, nothing is overwritten', async ({ client, assert }) => {
    const [one, two] = [await staffOf('sc', 'region_admin'), await staffOf('sc', 'region_admin')]
    const { id, version } = await first()
    const path = `${NOTICES}/${id}`
    const saved = await send(client, one, 'put', path, { ...LINK, titleZh: '甲', version })
    saved.assertStatus(302)
    const late = await send(client, two, 'put', path, { ...LINK, titleZh: '乙', version })
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'NOTICE_MOVED_ON')
    assert.equal((await named('甲')).version, version + 1)
    const again = { ...LINK, titleZh: '乙', version: version + 1 }
    const kept = await send(client, two, 'put', path, again)
    kept.assertStatus(302)
    const { payload } = await lastEntry()
    assert.equal((payload.before as any).titleZh, '甲')
    assert.equal((payload.after as any).titleZh, '乙')
  })

  test('the order changes as a whole, or not at all', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const before = await ids()
    const order = [...before].reverse()
    const path = '/sc/staff/notice-order'
    for (const wrong of [order.slice(1), [...order, uuid()], [order[0], order[0]]]) {
      const response = await send(client, admin, 'put', path, { order: wrong })
      response.assertStatus(409)
    }
    assert.deepEqual(await ids(), before)
    const moved = await send(client, admin, 'put', path, { order })
    moved.assertStatus(302)
    assert.deepEqual(await ids(), order)
    assert.deepEqual((await lastEntry()).payload.order, order)
  })

  test('one that nobody read is deleted; one that was read is archived', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    await send(client, admin, 'post', NOTICES, LINK)
    const fresh = await named(LINK.titleZh)
    const deleted = await send(client, admin, 'delete', `${NOTICES}/${fresh.id}`, {})
    deleted.assertStatus(302)
    assert.isNull(await runInRegion('sc', () => Notice.find(fresh.id)))

    const { candidate } = await signedInCandidate('sc')
    const read = await runInRegion('sc', () =>
      Notice.query().where('must_read', true).firstOrFail()
    )
    const archived = await send(client, admin, 'delete', `${NOTICES}/${read.id}`, {})
    archived.assertStatus(302)
    assert.notInclude(
      (await shownNow()).map(({ id }) => id),
      read.id
    )
    const reads = await runInRegion('sc', () =>
      NoticeRead.query().where({ noticeId: read.id, candidateId: candidate.id })
    )
    assert.lengthOf(reads, 1)
    assert.equal((await lastEntry()).action, 'notice_archived')
    const again = await send(client, admin, 'put', `${NOTICES}/${read.id}`, { ...LINK, version: 2 })
    again.assertStatus(404)
    const page = await client.get(NOTICES).withGuard('staff').loginAs(admin).withInertia()
    assert.include(
      (page.inertiaProps as any).archived.map(({ id }: { id: string }) => id),
      read.id
    )
  })

  test('a text is previewed as it will be shown', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const text = '# 一\n<script>alert(1)</script>'
    const { html } = (
      await send(client, admin, 'post', '/sc/staff/notice-previews', { text })
    ).body()
    assert.include(html, '<h2>一</h2>')
    assert.notInclude(html, '<script>')
  })
})

function send(
  client: ApiClient,
  staff: Staff | null,
  method: 'post' | 'put' | 'delete',
  path: string,
  body: object
) {
  const request = client[method](path).accept('json').json(body).redirects(0).withCsrfToken()
  return staff ? request.withGuard('staff').loginAs(staff) : request
}

const rowsInOrder = () =>
  runInRegion('sc', () => Notice.query().whereNot('status', 'archived').orderBy('position'))
const ids = async () => (await rowsInOrder()).map(({ id }) => id)
const titles = async () => (await rowsInOrder()).map(({ titleZh, version }) => [titleZh, version])
const first = () => runInRegion('sc', () => Notice.query().orderBy('position').firstOrFail())
const named = (titleZh: string) => runInRegion('sc', () => Notice.findByOrFail({ titleZh }))

function shownNow() {
  return runInRegion('sc', async () => {
    const current = await currentSeason()
    return noticesFor(current!.season.id, null, clock.now())
  })
}

function lastEntry() {
  return runInRegion('sc', () =>
    AuditEntry.query().where('chain', 'region:sc').orderBy('seq', 'desc').firstOrFail()
  )
}
