import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import AuditEntry from '#app/audit/models/audit_entry'
import type Staff from '#app/identity/models/staff'
import { officeSeal } from '#app/regions/contacts'
import ExamPoint from '#app/regions/models/exam_point'
import { runInRegion } from '#app/shared/region_context'
import { addMembership, inWorld, newStaff, signedInCandidate, staffOf } from '#tests/support/world'

const NEW = { pointCode: '5150', nameZh: '眉山考点', nameEn: 'Meishan', phone: '028-0000-0150' }
const POINTS = '/sc/staff/points'

test.group('Exam points of a region', (group) => {
  inWorld(group)

  test('a guest signs in first; who has no role in the region gets 404', async ({
    client,
    assert,
  }) => {
    const before = await codes()
    const guest = await client.get(POINTS).redirects(0)
    guest.assertHeader('location', '/staff/login')
    const other = await staffOf('bj', 'region_admin')
    const page = await client.get(POINTS).withGuard('staff').loginAs(other)
    page.assertStatus(404)
    for (const [method, path] of await changes()) {
      const unknown = await send(client, null, method, path, NEW)
      unknown.assertStatus(401)
      const foreign = await send(client, other, method, path, NEW)
      foreign.assertStatus(404)
    }
    assert.deepEqual(await codes(), before)
  })

  test('all staff of the region look, and only its administrators change', async ({
    client,
    assert,
  }) => {
    const before = await codes()
    for (const role of ['point_reviewer', 'point_admin', 'region_lead', 'auditor'] as const) {
      const staff = await staffOf('sc', role, role.startsWith('point') ? '5101' : undefined)
      const page = await client.get(POINTS).withGuard('staff').loginAs(staff).withInertia()
      page.assertInertiaComponent('administration/points')
      assert.isFalse((page.inertiaProps as any).canChange)
      for (const [method, path] of await changes()) {
        const response = await send(client, staff, method, path, NEW)
        response.assertStatus(403)
      }
    }
    assert.deepEqual(await codes(), before)
  })

  test('a platform administrator looks and changes nothing', async ({ client, assert }) => {
    const admin = await newStaff('national', { isPlatformAdmin: true })
    const page = await client.get(POINTS).withGuard('staff').loginAs(admin).withInertia()
    assert.isFalse((page.inertiaProps as any).canChange)
    const response = await send(client, admin, 'post', POINTS, NEW)
    response.assertStatus(403)
  })

  test('an exam point and a registration point under it are added and audited', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const added = await send(client, admin, 'post', POINTS, { ...NEW, pointCode: ' 5150 ' })
    added.assertHeader('location', POINTS)
    const point = await pointOf('5150')
    assert.deepInclude(point.$attributes, { zh: '眉山考点', en: 'Meishan', parentId: null })
    const under = { pointCode: '5150-1', nameZh: '东坡报名点', nameEn: '', parentId: point.id }
    await send(client, admin, 'post', POINTS, under)
    assert.deepInclude((await pointOf('5150-1')).$attributes, { parentId: point.id, en: null })

    const page = await client.get(POINTS).withGuard('staff').loginAs(admin).withInertia()
    const { points, canChange } = page.inertiaProps as any
    assert.isTrue(canChange)
    const shown = points.find(({ code }: { code: string }) => code === '5150')
    assert.equal(shown.uses.points, 1)
    assert.equal(shown.registrationPoints[0].zh, '东坡报名点')
    const entries = await chain()
    assert.deepEqual(
      entries.map(({ seq, action, actorId }) => [seq, action, actorId]),
      [
        [1, 'point_added', admin.id],
        [2, 'point_added', admin.id],
      ]
    )
    assert.equal(entries[1].payload.parent, '5150')
    assert.equal(entries[1].previousHash, entries[0].hash)
  })

  test('renaming keeps the code and says what it was; saving the same leaves no entry', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const point = await pointOf('5113')
    const words = {
      nameZh: '南充市考点',
      nameEn: '',
      phone: '0817-1',
      pointCode: '1',
      parentId: '2',
      seal: officeSeal(point),
    }
    const renamed = await send(client, admin, 'put', `${POINTS}/${point.id}`, words)
    renamed.assertHeader('location', POINTS)
    const seal = officeSeal(await pointOf('5113'))
    await send(client, admin, 'put', `${POINTS}/${point.id}`, { ...words, seal })
    const now = await pointOf('5113')
    assert.deepInclude(now.$attributes, { zh: '南充市考点', phone: '0817-1', parentId: null })
    const entries = await chain()
    assert.lengthOf(entries, 1)
    const rest = { en: null, hoursZh: null, hoursEn: null, addressZh: null, addressEn: null }
    assert.deepEqual(entries[0].payload, {
      code: '5113',
      before: { zh: '南充考点', phone: '0817-000-0001', ...rest },
      after: { zh: '南充市考点', phone: '0817-1', ...rest },
    })
  })

  test('who has seen an older state overwrites nothing and is told', async ({ client, assert }) => {
    const [first, second] = [
      await staffOf('sc', 'region_admin'),
      await staffOf('sc', 'region_admin'),
    ]
    const point = await pointOf('5113')
    const path = `${POINTS}/${point.id}`
    const seal = officeSeal(point)
    await send(client, first, 'put', path, { nameZh: point.zh, phone: '0817-2', seal })
    const late = await send(client, second, 'put', path, { nameZh: '南充考点', phone: '1', seal })
    late.assertStatus(422)
    assert.deepInclude(late.body().errors[0], { field: 'seal', rule: 'moved_on' })
    assert.deepInclude((await pointOf('5113')).$attributes, { zh: point.zh, phone: '0817-2' })
    const page = await client.get(POINTS).withGuard('staff').loginAs(second).withInertia()
    const shown = (page.inertiaProps as any).points.find(({ id }: any) => id === point.id)
    const again = { nameZh: '南充考点', seal: shown.seal }
    await send(client, second, 'put', path, again)
    assert.equal((await pointOf('5113')).zh, '南充考点')
  })

  for (const [what, field, value] of [
    ['a code that is taken', 'pointCode', '5101'],
    ['a code with a space', 'pointCode', '51 50'],
    ['no code', 'pointCode', ''],
    ['a code of 10,000 characters', 'pointCode', '5'.repeat(10_000)],
    ['no name', 'nameZh', ''],
    ['a name of 10,000 characters', 'nameZh', '眉'.repeat(10_000)],
    ['a name with half a character', 'nameZh', '眉山 \uD83D'],
    ['a name of two lines', 'nameEn', 'a\nb'],
    ['a phone number of 10,000 characters', 'phone', '1'.repeat(10_000)],
    ['a parent that is not there', 'parentId', 'nothing'],
  ] as const) {
    test(`${what} is refused at its field and nothing is saved`, async ({ client, assert }) => {
      const admin = await staffOf('sc', 'region_admin')
      const before = await codes()
      const response = await send(client, admin, 'post', POINTS, { ...NEW, [field]: value })
      response.assertStatus(422)
      assert.deepEqual(
        response.body().errors.map((error: { field: string }) => error.field),
        [field]
      )
      assert.deepEqual(await codes(), before)
      assert.lengthOf(await chain(), 0)
    })
  }

  test('a registration point has no points of its own, and a parent is of the same region', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const under = { pointCode: '5101-1', nameZh: '锦江', parentId: (await pointOf('5101')).id }
    await send(client, admin, 'post', POINTS, under)
    const foreign = await runInRegion('bj', () => ExamPoint.query().firstOrFail())
    for (const parentId of [(await pointOf('5101-1')).id, foreign.id]) {
      const response = await send(client, admin, 'post', POINTS, { ...NEW, parentId })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, 'parentId')
    }
  })

  test('an id of another region is as unknown as a missing one', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const foreign = await runInRegion('bj', () => ExamPoint.query().firstOrFail())
    for (const id of [foreign.id, 'nothing']) {
      for (const method of ['put', 'delete'] as const) {
        const response = await send(client, admin, method, `${POINTS}/${id}`, { ...NEW, seal: 'x' })
        response.assertStatus(404)
      }
    }
    const still = await runInRegion('bj', () => ExamPoint.findOrFail(foreign.id))
    assert.equal(still.zh, foreign.zh)
  })

  test('an unused point goes, with an entry', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { id } = await pointOf('5120')
    const removed = await send(client, admin, 'delete', `${POINTS}/${id}`)
    removed.assertHeader('location', POINTS)
    assert.notInclude(await codes(), '5120')
    assert.deepInclude((await chain())[0].$attributes, { action: 'point_removed' })
  })

  test('a point stays that registrations, staff or points use, and says so', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { registration } = await signedInCandidate('sc')
    const used = await runInRegion('sc', () => ExamPoint.findOrFail(registration.examPointId))
    const staffed = (await codes()).find((code) => code !== used.code)!
    await addMembership(await newStaff('reviewer'), 'sc', 'point_reviewer', staffed)
    const { id } = await pointOf('5120')
    await send(client, admin, 'post', POINTS, { ...NEW, pointCode: '5120-1', parentId: id })

    const before = await codes()
    for (const [code, counted] of [
      [used.code, { registrations: 1 }],
      [staffed, { staff: 1 }],
      ['5120', { points: 1 }],
    ] as const) {
      const point = await pointOf(code)
      const response = await send(client, admin, 'delete', `${POINTS}/${point.id}`)
      response.assertStatus(409)
      assert.equal(response.body().errors[0].code, 'POINT_IN_USE')
      assert.deepInclude(response.body().errors[0].params, counted)
    }
    assert.deepEqual(await codes(), before)
    assert.lengthOf(await chain(), 1)

    const visit = await client
      .delete(`${POINTS}/${used.id}`)
      .withGuard('staff')
      .loginAs(admin)
      .withCsrfToken()
      .withInertia()
      .header('referer', POINTS)
      .redirects(0)
    visit.assertStatus(303)
    visit.assertFlashMessage('error', '这个点还在使用，不能删除：报名 1 人；请先移走或处理完毕。')
  })
})

type Method = 'post' | 'put' | 'delete'

function send(client: ApiClient, staff: Staff | null, method: Method, path: string, form?: object) {
  const request = client[method](path).withCsrfToken().accept('json').redirects(0)
  if (form) request.json(form)
  return staff ? request.withGuard('staff').loginAs(staff) : request
}

async function changes(): Promise<[Method, string][]> {
  const { id } = await pointOf('5120')
  return [
    ['post', POINTS],
    ['put', `${POINTS}/${id}`],
    ['delete', `${POINTS}/${id}`],
  ]
}

function pointOf(code: string) {
  return runInRegion('sc', () => ExamPoint.findByOrFail({ code }))
}

function codes() {
  return runInRegion('sc', async () =>
    (await ExamPoint.query().orderBy('code')).map(({ code }) => code)
  )
}

function chain() {
  return runInRegion('sc', () => AuditEntry.query().where('chain', 'region:sc').orderBy('seq'))
}
