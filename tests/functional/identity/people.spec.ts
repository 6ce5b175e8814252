import { test } from '@japa/runner'
import { v7 as uuid } from 'uuid'
import AuditEntry from '#app/audit/models/audit_entry'
import { DAY, MINUTE } from '#app/core/time'
import Membership from '#app/identity/models/membership'
import Staff from '#app/identity/models/staff'
import ExamPoint from '#app/regions/models/exam_point'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import { withAccounts } from '#tests/support/identity_group'
import { codeOf, StaffBrowser } from '#tests/support/staff_browser'
import { addMembership, newStaff, staffOf } from '#tests/support/world'

const PEOPLE = '/sc/staff/people'
const pointId = (code: string) =>
  runInRegion('sc', async () => (await ExamPoint.findByOrFail({ code })).id)
const trail = (regionId = 'sc') =>
  runInRegion(regionId, () =>
    AuditEntry.query().where('chain', `region:${regionId}`).orderBy('seq')
  )
const placesOf = (staff: Staff) =>
  runInRegion('sc', async () =>
    (await Membership.query().where('staff_id', staff.id).orderBy('id')).map(
      ({ role, examPointId }) => [role, examPointId]
    )
  )
const reviewer = [{ role: 'region_reviewer', pointIds: [] }]

test.group('Staff of a region', (group) => {
  withAccounts(group, 'optional')

  test('who may see the page, and who learns nothing of it', async ({ assert }) => {
    const point = '5101'
    for (const [who, status] of [
      [await staffOf('sc', 'region_admin'), 200],
      [await staffOf('sc', 'point_admin', point), 200],
      [await newStaff('platform', { isPlatformAdmin: true }), 200],
      [await staffOf('sc', 'region_lead'), 403],
      [await staffOf('sc', 'auditor'), 403],
      [await staffOf('sc', 'point_reviewer', point), 403],
      [await staffOf('bj', 'region_admin'), 404],
    ] as const) {
      const browser = await StaffBrowser.of(who)
      const { component, props } = await browser.page(PEOPLE)
      const seen = component === 'identity/people' ? 200 : props.status
      assert.equal(seen, status, who.name)
    }
    assert.equal((await new StaffBrowser().page(PEOPLE)).path, '/staff/login')
  })

  test('an invitation: the link, the password, the role, all in the audit', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const invited = { login: ' Li.Min ', name: '李敏', places: reviewer }
    await admin.send('POST', PEOPLE, invited)
    const { link, people } = admin.shown.props
    assert.equal(link.login, 'li.min')
    assert.isTrue(people.find((row: any) => row.login === 'li.min').invited)

    const newcomer = new StaffBrowser()
    const path = new URL(link.url).pathname
    assert.equal((await newcomer.page(path)).props.person.kind, 'invitation')
    const set = await newcomer.send('POST', path, { password: 'lantern mosquito teacup' })
    assert.equal(set.path, '/sc/staff/queue')
    const { props } = await admin.page(PEOPLE)
    assert.isFalse(props.people.find((row: any) => row.login === 'li.min').invited)
    assert.deepEqual(
      (await trail()).map(({ action }) => action),
      ['staff.invited', 'staff.invitation_accepted']
    )
    assert.notInclude(JSON.stringify(await trail()), path.split('/').pop()!)
  })

  test('a login that is taken, a point that is missing or foreign, a role twice', async ({
    assert,
  }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const known = await staffOf('bj', 'region_reviewer')
    const invite = (places: object[], login = 'somebody.new', name = '某人') =>
      admin.send('POST', PEOPLE, { login, name, places })
    assert.equal((await invite(reviewer, known.login)).code, 'LOGIN_TAKEN')
    assert.equal((await invite([{ role: 'point_reviewer', pointIds: [] }])).code, 'POINT_MISSING')
    const foreign = await runInRegion('bj', () => ExamPoint.query().firstOrFail())
    const there = [{ role: 'point_reviewer', pointIds: [foreign.id] }]
    assert.equal((await invite(there)).code, 'POINT_MISSING')
    assert.equal((await invite([])).status, 422)
    assert.equal((await invite([...reviewer, ...reviewer])).status, 422)
    assert.equal((await invite([{ role: 'platform_admin', pointIds: [] }])).status, 422)
    assert.isNull(await Staff.findBy({ login: 'somebody.new' }))
  })

  test('a colleague of another region joins with the account he has', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const { login, name, id } = await staffOf('bj', 'region_reviewer')
    await admin.send('POST', PEOPLE, { login, name, places: reviewer })
    assert.isNull(admin.shown.props.link)
    assert.deepEqual(await placesOf(await Staff.findOrFail(id)), [['region_reviewer', null]])
    const again = await admin.send('POST', PEOPLE, { login, name, places: reviewer })
    assert.equal(again.code, 'ALREADY_HERE')
  })

  test('the database itself refuses a point of another region, and a role twice', async ({
    assert,
  }) => {
    const staff = await newStaff('somebody')
    const { id } = await runInRegion('bj', () => ExamPoint.query().firstOrFail())
    const hold = (role: string, point: string | null) =>
      transaction((trx) =>
        trx.table('memberships').insert({
          region_id: 'sc',
          id: uuid(),
          staff_id: staff.id,
          role,
          exam_point_id: point,
          created_at: clock.now(),
        })
      )
    await runInRegion('sc', async () => {
      await assert.rejects(() => hold('point_reviewer', id), /foreign key/i)
      await hold('auditor', null)
      await assert.rejects(() => hold('auditor', null), /unique|duplicate/i)
    })
  })

  test('other roles: written, audited, and signed in anew', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const person = await staffOf('sc', 'region_reviewer')
    const session = await StaffBrowser.of(person)
    const id = await pointId('5101')
    const places = [
      { role: 'point_reviewer', pointIds: [id] },
      { role: 'auditor', pointIds: [] },
    ]
    const { path } = await admin.send('PUT', `${PEOPLE}/${person.id}/roles`, { places })
    assert.equal(path, PEOPLE)
    assert.deepEqual(await placesOf(person), [
      ['point_reviewer', id],
      ['auditor', null],
    ])
    assert.isFalse(await session.isSignedIn())
    const [entry] = await trail()
    assert.equal(entry.action, 'staff.roles_changed')
    assert.deepEqual(entry.payload.from, [{ role: 'region_reviewer', examPointId: null }])
  })

  test('the last administrator can neither go nor be suspended nor become another', async ({
    assert,
  }) => {
    const boss = await staffOf('sc', 'region_admin')
    const admin = await StaffBrowser.of(boss)
    // One that never followed the invitation cannot take over.
    const heir = { login: 'heir', name: '接班', places: [{ role: 'region_admin', pointIds: [] }] }
    await admin.send('POST', PEOPLE, heir)
    const path = new URL(admin.shown.props.link.url).pathname
    const tries = () => [
      ['PUT', `${PEOPLE}/${boss.id}/roles`, { places: reviewer }] as const,
      ['POST', `${PEOPLE}/${boss.id}/suspension`, {}] as const,
      ['DELETE', `${PEOPLE}/${boss.id}`, {}] as const,
    ]
    for (const [method, where, body] of tries()) {
      assert.equal((await admin.send(method, where, body)).code, 'LAST_ADMIN')
    }
    assert.deepEqual(await placesOf(boss), [['region_admin', null]])
    assert.isTrue(await admin.isSignedIn())

    const next = new StaffBrowser()
    await next.page(path)
    await next.send('POST', path, { password: 'lantern mosquito teacup' })
    const [method, where, body] = tries()[0]
    assert.equal((await admin.send(method, where, body)).code, undefined)
    assert.deepEqual(await placesOf(boss), [['region_reviewer', null]])
    assert.isTrue(await admin.isSignedIn(), 'his own session goes on, under a new id')
  })

  test('a suspension ends the sessions and counts in this region only', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const person = await staffOf('sc', 'region_reviewer')
    await addMembership(person, 'bj', 'region_reviewer')
    const session = await StaffBrowser.of(person)
    await admin.send('POST', `${PEOPLE}/${person.id}/suspension`)
    assert.isFalse(await session.isSignedIn())

    await session.givePassword(person.login)
    assert.equal((await session.page('/sc/staff/queue')).props.status, 404)
    assert.equal((await session.page('/bj/staff/queue')).component, 'review/queue')
    await admin.send('DELETE', `${PEOPLE}/${person.id}/suspension`)
    assert.equal((await session.page('/sc/staff/queue')).component, 'review/queue')
    assert.deepEqual(
      (await trail()).map(({ action }) => action),
      ['staff.suspended', 'staff.unsuspended']
    )
  })

  test('roles that change while suspended stay suspended', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const person = await staffOf('sc', 'region_reviewer')
    await admin.send('POST', `${PEOPLE}/${person.id}/suspension`)
    const places = [{ role: 'auditor', pointIds: [] }]
    await admin.send('PUT', `${PEOPLE}/${person.id}/roles`, { places })
    const session = await StaffBrowser.of(person)
    assert.equal((await session.page('/sc/staff/queue')).props.status, 404)
  })

  test('a person of another region is missing, whatever is asked', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const foreign = await staffOf('bj', 'region_reviewer')
    for (const id of [foreign.id, 'nobody']) {
      const at = `${PEOPLE}/${id}`
      for (const [method, path, body] of [
        ['PUT', `${at}/roles`, { places: reviewer }],
        ['POST', `${at}/suspension`, {}],
        ['DELETE', `${at}/suspension`, {}],
        ['DELETE', at, {}],
        ['POST', `${at}/password-links`, {}],
        ['POST', `${at}/second-factor-resets`, { ground: 'lost phone' }],
        ['PUT', `${at}/second-factor-resets/x`, {}],
        ['DELETE', `${at}/second-factor-resets/x`, {}],
      ] as const) {
        const { status, code } = await admin.send(method, path, body)
        assert.deepEqual({ status, code }, { status: 404, code: 'NOT_FOUND' }, `${method} ${path}`)
      }
    }
    const { props } = await admin.page(PEOPLE)
    assert.isUndefined(props.people.find((row: any) => row.id === foreign.id))
  })

  test('an administrator of a point sees and manages his point', async ({ assert }) => {
    const pointAdmin = await StaffBrowser.of(await staffOf('sc', 'point_admin', '5101'))
    const own = await staffOf('sc', 'point_reviewer', '5101')
    const other = await staffOf('sc', 'point_reviewer', '5113')
    const both = await staffOf('sc', 'point_reviewer', '5101')
    await addMembership(both, 'sc', 'region_lead')
    const { props } = await pointAdmin.page(PEOPLE)
    const ids = props.people.map((row: any) => row.id)
    assert.include(ids, own.id)
    assert.include(ids, both.id)
    assert.notInclude(ids, other.id)
    assert.sameMembers(
      props.grants.map((grant: any) => grant.role),
      ['regpoint_clerk', 'point_reviewer']
    )

    const suspend = async (staff: Staff) =>
      (await pointAdmin.send('POST', `${PEOPLE}/${staff.id}/suspension`)).code
    assert.isUndefined(await suspend(own))
    assert.equal(await suspend(other), 'NOT_FOUND')
    assert.equal(await suspend(both), 'NOT_ALLOWED')

    const give = async (role: string, code?: string) => {
      const places = [{ role, pointIds: code ? [await pointId(code)] : [] }]
      const { code: refusal } = await pointAdmin.send('PUT', `${PEOPLE}/${own.id}/roles`, {
        places,
      })
      return refusal
    }
    assert.equal(await give('region_admin'), 'NOT_ALLOWED')
    assert.equal(await give('point_admin', '5101'), 'NOT_ALLOWED')
    assert.equal(await give('point_reviewer', '5113'), 'NOT_ALLOWED')
    assert.isUndefined(await give('regpoint_clerk', '5101'))
  })
})

test.group('A lost second factor', (group) => {
  withAccounts(group, 'optional')

  /** Somebody with a second factor that he cannot use any more, and his administrator. */
  async function lost() {
    const [boss, person] = [
      await staffOf('sc', 'region_admin'),
      await staffOf('sc', 'region_reviewer'),
    ]
    const session = await StaffBrowser.of(person)
    const { secret } = await session.enrol()
    const admin = await StaffBrowser.of(boss)
    clock.freeze(clock.now() + MINUTE)
    return { admin, person, session, secret, at: `${PEOPLE}/${person.id}/second-factor-resets` }
  }
  const openReset = async (browser: StaffBrowser, person: Staff) =>
    (await browser.page(PEOPLE)).props.people.find((row: any) => row.id === person.id).reset

  test('one asks, another confirms, and it is set up anew', async ({ assert }) => {
    const { admin, person, session, secret, at } = await lost()
    await admin.send('POST', at, { ground: '电话核实，手机遗失' })
    const waiting = await openReset(admin, person)
    assert.isFalse(waiting.mayConfirm)
    const alone = await admin.send('PUT', `${at}/${waiting.id}`)
    assert.equal(alone.code, 'RESET_NEEDS_ANOTHER')
    const factor = new StaffBrowser()
    assert.equal((await factor.givePassword(person.login)).path, '/staff/login/code')

    const second = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    assert.isTrue((await openReset(second, person)).mayConfirm)
    await second.send('PUT', `${at}/${waiting.id}`)
    assert.isFalse(await session.isSignedIn())
    await factor.givePassword(person.login)
    const old = await factor.send('POST', '/staff/login/code', { code: codeOf(secret) })
    assert.notEqual(old.path, '/staff/login/code')
    assert.isTrue(await factor.isSignedIn(), 'the password is enough where the factor is optional')
    assert.deepEqual(
      (await trail()).slice(1).map(({ action }) => action),
      ['staff.second_factor_reset_asked', 'staff.second_factor_reset_confirmed']
    )
    assert.equal((await second.send('PUT', `${at}/${waiting.id}`)).code, 'ALREADY_DONE')
  })

  test('nobody confirms his own', async ({ assert }) => {
    const { admin } = await lost()
    const boss = await staffOf('sc', 'region_admin')
    const himself = await StaffBrowser.of(boss)
    await himself.enrol()
    const at = `${PEOPLE}/${boss.id}/second-factor-resets`
    await admin.send('POST', at, { ground: 'phone lost, seen in person' })
    const { id } = await openReset(admin, boss)
    assert.equal((await himself.send('PUT', `${at}/${id}`)).code, 'RESET_NEEDS_ANOTHER')
  })

  test('is asked once at a time, refused or withdrawn, and asked again', async ({ assert }) => {
    const { admin, person, at } = await lost()
    const ground = 'phone lost, seen in person'
    assert.equal((await admin.send('POST', at, { ground: '' })).status, 422)
    await admin.send('POST', at, { ground })
    assert.equal((await admin.send('POST', at, { ground })).code, 'RESET_ASKED_ALREADY')
    const { id } = await openReset(admin, person)
    await admin.send('DELETE', `${at}/${id}`)
    assert.isNull(await openReset(admin, person))
    assert.isUndefined((await admin.send('POST', at, { ground })).code)
  })

  test("another region's administrator and one of a point have no say", async ({ assert }) => {
    const { admin, person, at } = await lost()
    await admin.send('POST', at, { ground: 'phone lost, seen in person' })
    const { id } = await openReset(admin, person)
    const foreign = await StaffBrowser.of(await staffOf('bj', 'region_admin'))
    assert.equal((await foreign.send('PUT', `${at}/${id}`)).code, 'NOT_FOUND')
    const abroad = `/bj/staff/people/${person.id}/second-factor-resets/${id}`
    assert.equal((await foreign.send('PUT', abroad)).code, 'NOT_FOUND')
    const pointAdmin = await StaffBrowser.of(await staffOf('sc', 'point_admin', '5101'))
    assert.equal((await pointAdmin.send('PUT', `${at}/${id}`)).code, 'NOT_FOUND')
    const platform = await StaffBrowser.of(await newStaff('platform', { isPlatformAdmin: true }))
    assert.isUndefined((await platform.send('PUT', `${at}/${id}`)).code)
  })

  test('nobody confirms after three days, and it is asked again', async ({ assert }) => {
    const { admin, person, at } = await lost()
    const ground = 'phone lost, seen in person'
    await admin.send('POST', at, { ground })
    const { id } = await openReset(admin, person)
    const second = await staffOf('sc', 'region_admin')
    clock.freeze(clock.now() + 3 * DAY - 1)
    const late = await StaffBrowser.of(second)
    assert.equal((await openReset(late, person)).id, id)
    clock.freeze(clock.now() + 1)
    assert.isNull(await openReset(late, person))
    assert.equal((await late.send('PUT', `${at}/${id}`)).code, 'ALREADY_DONE')
    assert.isUndefined((await late.send('POST', at, { ground })).code)
    assert.notEqual((await openReset(late, person)).id, id)
  })

  test('one region alone does not open what opens another too', async ({ assert }) => {
    const { admin, person, at } = await lost()
    await addMembership(person, 'bj', 'region_reviewer')
    await admin.send('POST', at, { ground: 'phone lost, seen in person' })
    const second = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const waiting = await openReset(second, person)
    assert.isFalse(waiting.mayConfirm)
    assert.isTrue(waiting.needsPlatform)
    const alone = await second.send('PUT', `${at}/${waiting.id}`)
    assert.equal(alone.code, 'RESET_NEEDS_ALL_REGIONS')

    const both = await staffOf('sc', 'region_admin')
    await addMembership(both, 'bj', 'region_admin')
    const ofBoth = await StaffBrowser.of(both)
    assert.isTrue((await openReset(ofBoth, person)).mayConfirm)
    assert.isUndefined((await ofBoth.send('PUT', `${at}/${waiting.id}`)).code)
  })

  test('the other regions are told', async ({ assert }) => {
    const { admin, person, at } = await lost()
    await addMembership(person, 'bj', 'region_reviewer')
    await admin.send('POST', at, { ground: 'phone lost, seen in person' })
    const { id } = await openReset(admin, person)
    const platform = await StaffBrowser.of(await newStaff('platform', { isPlatformAdmin: true }))
    await platform.send('PUT', `${at}/${id}`)

    const [entry] = await trail('bj')
    assert.equal(entry.action, 'staff.second_factor_reset_elsewhere')
    assert.deepEqual(entry.payload, { staffId: person.id, regionId: 'sc' })
    const told = async (regionId: string) => {
      const browser = await StaffBrowser.of(await staffOf(regionId, 'region_admin'))
      const { props } = await browser.page(`/${regionId}/staff/people`)
      return props.people.find((row: any) => row.id === person.id).resetElsewhere
    }
    assert.deepInclude((await told('bj')).region, { zh: '四川考区' })
    assert.isNull(await told('sc'))
    clock.freeze(clock.now() + 15 * DAY)
    assert.isNull(await told('bj'))
  })
})
