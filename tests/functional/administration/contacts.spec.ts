import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import AuditEntry from '#app/audit/models/audit_entry'
import type Staff from '#app/identity/models/staff'
import { contactOf, contactSeal, officeSeal } from '#app/regions/contacts'
import ExamPoint from '#app/regions/models/exam_point'
import Region from '#app/regions/models/region'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, newStaff, staffOf } from '#tests/support/world'

const CONTACTS = '/sc/staff/contacts'
const OFFICE = {
  phone: '028-0000-0100',
  hoursZh: '工作日 9:00–17:00',
  hoursEn: 'Weekdays 9:00–17:00',
  addressZh: '成都市示例路 1 号',
  addressEn: '',
}

test.group('Contacts of a region', (group) => {
  inWorld(group)

  test('the region’s staff look; only its administrators change', async ({ client, assert }) => {
    const seal = await sealNow()
    const cases: [Staff | null, number, number][] = [
      [null, 302, 401],
      [await staffOf('bj', 'region_admin'), 404, 404],
      [await staffOf('sc', 'point_reviewer', '5101'), 200, 403],
      [await staffOf('sc', 'region_lead'), 200, 403],
      [await newStaff('national', { isPlatformAdmin: true }), 200, 403],
    ]
    for (const [staff, look, change] of cases) {
      const asked = client.get(CONTACTS).redirects(0)
      const page = await (staff ? asked.withGuard('staff').loginAs(staff) : asked)
      page.assertStatus(look)
      const response = await put(client, staff, { ...OFFICE, seal })
      response.assertStatus(change)
    }
    assert.equal(await sealNow(), seal)
  })

  test('what is saved stands on the portal and in the chain', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const response = await put(client, admin, { ...OFFICE, seal: await sealNow() })
    response.assertStatus(302)
    const page = await client.get('/sc').withInertia()
    assert.deepEqual((page.inertiaProps as any).contact, {
      name: { zh: '四川考区', en: 'Sichuan' },
      phone: OFFICE.phone,
      hours: { zh: OFFICE.hoursZh, en: OFFICE.hoursEn },
      address: { zh: OFFICE.addressZh, en: null },
    })
    const entry = await runInRegion('sc', () =>
      AuditEntry.query().where('chain', 'region:sc').orderBy('seq', 'desc').firstOrFail()
    )
    assert.equal(entry.action, 'contact_changed')
    assert.equal((entry.payload.after as any).phone, OFFICE.phone)
  })

  test('the second to save is told, nothing is overwritten', async ({ client, assert }) => {
    const seal = await sealNow()
    const one = await put(client, await staffOf('sc', 'region_admin'), { ...OFFICE, seal })
    one.assertStatus(302)
    const other = { ...OFFICE, phone: '1', seal }
    const late = await put(client, await staffOf('sc', 'region_admin'), other)
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'CONTACT_MOVED_ON')
    assert.equal((await Region.findOrFail('sc')).contactPhone, OFFICE.phone)
  })

  test('refuses what is too long or not one line, at its field', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const seal = await sealNow()
    for (const [field, value] of [
      ['phone', '1'.repeat(41)],
      ['hoursZh', '长'.repeat(201)],
      ['addressZh', '一\n二'],
    ]) {
      const response = await put(client, admin, { ...OFFICE, [field]: value, seal })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, field)
    }
    assert.equal(await sealNow(), seal)
  })

  test("a point's hours and address stand on the portal too", async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const point = await runInRegion('sc', () => ExamPoint.findByOrFail({ code: '5101' }))
    const response = await client
      .put(`/sc/staff/points/${point.id}`)
      .accept('json')
      .json({ nameZh: point.zh, ...OFFICE, seal: officeSeal(point) })
      .redirects(0)
      .withCsrfToken()
      .withGuard('staff')
      .loginAs(admin)
    response.assertStatus(302)
    const page = await client.get('/sc').withInertia()
    const shown = (page.inertiaProps as any).examPoints.find(
      ({ name }: { name: { zh: string } }) => name.zh === point.zh
    )
    assert.equal(shown.hours.zh, OFFICE.hoursZh)
    assert.equal(shown.address.zh, OFFICE.addressZh)
  })
})

const sealNow = async () => contactSeal(contactOf(await Region.findOrFail('sc')))

function put(client: ApiClient, staff: Staff | null, body: object) {
  const request = client.put(CONTACTS).accept('json').json(body).redirects(0).withCsrfToken()
  return staff ? request.withGuard('staff').loginAs(staff) : request
}
