import { test } from '@japa/runner'
import AuditEntry from '#app/audit/models/audit_entry'
import Release from '#app/catalog/models/release'
import type Staff from '#app/identity/models/staff'
import ExamPoint from '#app/regions/models/exam_point'
import Region from '#app/regions/models/region'
import { runInRegion } from '#app/shared/region_context'
import { seedDocument } from '#database/demo/people'
import { Tab, type Sending } from '#tests/support/tab'
import { inWorld, newStaff, staffOf } from '#tests/support/world'

const PREVIEWS = '/platform/region-previews'
const IMPORTS = '/platform/region-imports'
const whole = () => structuredClone(seedDocument('regions.json'))
const hubei = () => ({ ...whole().regions[3], id: 'HB', code: '42', zh: '湖北考区', en: 'Hubei' })

test.group('Regions from a file', (group) => {
  inWorld(group)

  test('guests and staff of regions are turned away before the file is read', async ({
    client,
    assert,
  }) => {
    const page = await client.get(`${IMPORTS}/new`).redirects(0)
    page.assertHeader('location', '/staff/login')
    const guest = await Tab.guest()
    const admin = await Tab.staff(await staffOf('sc', 'region_admin'))
    for (const path of [PREVIEWS, IMPORTS]) {
      assert.equal((await guest.post(path, text(hubei()))).status, 401)
      assert.equal((await admin.post(path, text(hubei()))).status, 404)
    }
    assert.equal((await admin.get(`${IMPORTS}/new`)).status, 404)
    assert.isNull(await Region.find('hb'))
  })

  test('a request without the page’s token is refused', async ({ assert }) => {
    const tab = await Tab.staff(await platformAdmin())
    const answer = await tab.post(IMPORTS, {
      ...text(hubei()),
      headers: { 'content-type': 'text/plain', 'x-xsrf-token': '' },
    })
    assert.equal(answer.status, 419)
    assert.isNull(await Region.find('hb'))
  })

  test('the preview says what becomes of a new region and writes nothing', async ({ assert }) => {
    const tab = await Tab.staff(await platformAdmin())
    const { status, json } = await tab.post(PREVIEWS, text(hubei()))
    assert.equal(status, 200)
    assert.deepEqual(json.regions, [
      {
        ...{ id: 'hb', zh: '湖北考区', en: 'Hubei', region: 'new' },
        season: { year: 2027, effect: 'new', takesOver: false },
        release: { number: 1, effect: 'new' },
        points: { added: 2, changed: 0, kept: 0 },
        ...{ windows: 'new', settings: 'new' },
        notices: { added: hubei().notices.length, removed: 0 },
        unavailable: hubei().notifications.channels.filter((one: string) => one !== 'in_app'),
      },
    ])
    assert.isNull(await Region.find('hb'))
  })

  test('what was previewed is imported, once; a second look finds nothing to do', async ({
    assert,
  }) => {
    const admin = await platformAdmin()
    const tab = await Tab.staff(admin)
    const { status } = await tab.post(IMPORTS, text({ meta: { season: 2027 }, regions: [hubei()] }))
    assert.equal(status, 200)
    assert.equal((await Region.findOrFail('hb')).zh, '湖北考区')
    const { entries, releases } = await runInRegion('hb', async () => ({
      entries: await AuditEntry.query().where('chain', 'region:hb'),
      releases: await Release.all(),
    }))
    assert.deepInclude(entries[0].$attributes, { action: 'region_imported', actorId: admin.id })
    assert.deepEqual(
      releases.map(({ number, publishedBy }) => [number, publishedBy]),
      [[1, admin.id]]
    )
    const [preview] = (await tab.post(PREVIEWS, text(hubei()))).json.regions
    assert.deepInclude(preview, {
      ...{ region: 'same', windows: 'same', settings: 'same' },
      release: { number: 1, effect: 'same' },
      points: { added: 0, changed: 0, kept: 0 },
      notices: { added: 0, removed: 0 },
    })
  })

  test('the preview tells changes from what stays', async ({ assert }) => {
    const tab = await Tab.staff(await platformAdmin())
    const file = whole()
    const sichuan = file.regions[0]
    sichuan.en = 'Szechwan'
    sichuan.exam_points.splice(1, 2, { id: '5199', zh: '新考点' })
    sichuan.exam_points[0].phone = '028-1'
    sichuan.upload_button.label_zh = '上传'
    sichuan.workflow.returns.deadline_hours = 96
    sichuan.notices.pop()
    const { json } = await tab.post(PREVIEWS, text({ ...sichuan, season: undefined }))
    assert.deepInclude(json.regions[0], {
      ...{ region: 'changed', settings: 'changed' },
      season: { year: 2027, effect: 'same', takesOver: false },
      release: { number: 2, effect: 'new' },
      points: { added: 1, changed: 1, kept: 2 },
      notices: { added: 0, removed: 1 },
    })
    const next = await tab.post(PREVIEWS, text({ meta: { season: 2028 }, regions: [sichuan] }))
    assert.deepEqual(next.json.regions[0].season, { year: 2028, effect: 'new', takesOver: true })
  })

  test('all problems of all regions are listed by path, and none is imported', async ({
    assert,
  }) => {
    const tab = await Tab.staff(await platformAdmin())
    const file = { meta: { season: 2027 }, regions: [hubei(), { ...hubei(), id: 'platform' }] }
    const [first, second] = file.regions
    Object.assign(first, { zh: '湖'.repeat(10_000), colour: 'red' })
    first.exam_points.push({ id: first.exam_points[0].id, zh: '又一个' })
    first.windows[1].kind = first.windows[0].kind
    first.windows[1].start = first.windows[0].start
    first.notices[0].title_en = 'a\nb'
    second.catalog_overrides = [{ code: 'NOTHING', op: 'hide' }]
    second.exam_points = [{ id: '1', zh: '一', parent: '2' }]
    for (const path of [PREVIEWS, IMPORTS]) {
      const { status, json } = await tab.post(path, text(file))
      assert.equal(status, 422)
      assert.deepEqual(json.problems.map((problem: { path: string }) => problem.path).sort(), [
        'regions[0].colour',
        'regions[0].exam_points[2].id',
        'regions[0].notices[0].title_en',
        'regions[0].windows[1].start',
        'regions[0].zh',
        'regions[1].catalog_overrides[0].code',
        'regions[1].exam_points[0].parent',
        'regions[1].id',
      ])
    }
    assert.isNull(await Region.find('hb'))
  })

  for (const [what, body, reason] of [
    ['no JSON', '{', /not JSON/],
    ['nothing', '', /not JSON/],
    ['a number', '1', /expects an object/],
    ['a file that nests without end', '['.repeat(9000) + ']'.repeat(9000), /nested deeper/],
    ['another encoding', new Uint8Array([0x7b, 0xba, 0xfe, 0xb1, 0xb1, 0x7d]), /not UTF-8/],
    ['the same region twice', { regions: [hubei(), { ...hubei(), id: 'hb' }] }, /stands twice/],
    ['another format', { format: 2, ...hubei() }, /format 1/],
  ] as const) {
    test(`${what} is refused with the reason`, async ({ assert }) => {
      const tab = await Tab.staff(await platformAdmin())
      const isFile = typeof body === 'string' || body instanceof Uint8Array
      const { status, json } = await tab.post(IMPORTS, isFile ? raw(body) : text(body))
      assert.equal(status, 422)
      assert.match(json.problems[0].reason, reason)
      assert.isNull(await Region.find('hb'))
    })
  }

  test('a file of more than 256 KB is refused, whatever it holds', async ({ assert }) => {
    const tab = await Tab.staff(await platformAdmin())
    const answer = await tab.post(IMPORTS, raw(JSON.stringify(hubei()) + ' '.repeat(256 * 1024)))
    assert.equal(answer.status, 413)
    assert.isNull(await Region.find('hb'))
  })

  test('points that a file moves may not end up three deep', async ({ assert }) => {
    const tab = await Tab.staff(await platformAdmin())
    const file = { meta: { season: 2027 }, regions: [hubei()] }
    file.regions[0].exam_points = [
      { id: '1', zh: '一' },
      { id: '11', zh: '一一', parent: '1' },
    ]
    await tab.post(IMPORTS, text(file))
    file.regions[0].exam_points = [
      { id: '2', zh: '二' },
      { id: '1', zh: '一', parent: '2' },
    ]
    const { status, json } = await tab.post(IMPORTS, text(file))
    assert.equal(status, 422)
    assert.equal(json.problems[0].path, 'exam_points')
    const codes = await runInRegion('hb', async () => (await ExamPoint.all()).map((p) => p.code))
    assert.sameMembers(codes, ['1', '11'])
  })
})

function platformAdmin(): Promise<Staff> {
  return newStaff('national', { isPlatformAdmin: true })
}

function raw(body: Sending['body']) {
  return { body, headers: { 'content-type': 'text/plain; charset=utf-8' } }
}

function text(json: object) {
  return raw(JSON.stringify(json))
}
