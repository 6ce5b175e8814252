import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/shared/clock'
import { withAccounts } from '#tests/support/identity_group'
import { StaffBrowser } from '#tests/support/staff_browser'
import { PASSWORD, staffOf } from '#tests/support/world'

const NEW = 'lantern mosquito teacup'

test.group('My account', (group) => {
  withAccounts(group, 'optional')

  test('a guest is sent to the sign-in', async ({ assert }) => {
    const guest = new StaffBrowser()
    for (const path of ['/staff/account', '/staff/recovery-codes', '/staff/second-factor']) {
      assert.equal((await guest.page(path)).path, '/staff/login')
    }
    const change = { current: PASSWORD, password: NEW }
    assert.equal((await guest.send('PUT', '/staff/account/password', change)).status, 401)
  })

  test('a new password ends all other sessions and gives this one a new id', async ({ assert }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const [here, there] = [await StaffBrowser.of(staff), await StaffBrowser.of(staff)]
    const before = here.copy()
    const body = { current: PASSWORD, password: NEW }
    const { path } = await here.send('PUT', '/staff/account/password', body)
    assert.equal(path, '/staff/account')
    assert.isTrue(await here.isSignedIn())
    assert.isFalse(await there.isSignedIn())
    assert.isFalse(await before.isSignedIn(), 'the old id of this browser')

    assert.equal((await new StaffBrowser().givePassword(staff.login)).code, 'CREDENTIALS_WRONG')
    const again = new StaffBrowser()
    await again.givePassword(staff.login, NEW)
    assert.isTrue(await again.isSignedIn())
  })

  test('needs the current one, and one that is not easy to guess', async ({ assert }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const browser = await StaffBrowser.of(staff)
    const change = (current: string, password: string) =>
      browser.send('PUT', '/staff/account/password', { current, password })
    assert.include(await change('wrong', NEW), { field: 'current', code: 'PASSWORD_WRONG' })
    for (const [password, code] of [
      ['short', 'too_short'],
      ['Password123456', 'common'],
      [`${staff.login}!`, 'personal'],
      ['x'.repeat(129), 'too_long'],
    ]) {
      assert.include(await change(PASSWORD, password), { field: 'password', code })
    }
    assert.isTrue(await browser.isSignedIn())
  })

  test('a password typed on a full-width keyboard is the same', async ({ assert }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const browser = await StaffBrowser.of(staff)
    const full = NEW.replaceAll(/[a-z]/g, (sign) =>
      String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)
    )
    await browser.send('PUT', '/staff/account/password', { current: PASSWORD, password: full })
    const other = new StaffBrowser()
    await other.givePassword(staff.login, NEW)
    assert.isTrue(await other.isSignedIn())
  })

  test('lists where one is signed in, and nobody else', async ({ assert }) => {
    const [staff, colleague] = [await staffOf('sc', 'auditor'), await staffOf('sc', 'region_lead')]
    const here = await StaffBrowser.of(staff)
    await StaffBrowser.of(staff)
    await StaffBrowser.of(colleague)
    const { component, props } = await here.page('/staff/account')
    assert.equal(component, 'identity/account')
    assert.lengthOf(props.sessions, 2)
    assert.lengthOf(
      props.sessions.filter((session: any) => session.here),
      1
    )
    assert.equal(props.sessions[0].signedInAt, clock.now())
  })

  test('signs one of them out, but none of another person', async ({ assert }) => {
    const [staff, colleague] = [await staffOf('sc', 'auditor'), await staffOf('sc', 'region_lead')]
    const [here, there] = [await StaffBrowser.of(staff), await StaffBrowser.of(staff)]
    const other = await StaffBrowser.of(colleague)
    const { props } = await here.page('/staff/account')
    const { id } = props.sessions.find((session: any) => !session.here)
    await here.send('DELETE', `/staff/account/sessions/${id}`)
    assert.isFalse(await there.isSignedIn())
    const [foreign] = await db.from('sessions').where('staff_id', colleague.id)
    const asked = await here.send('DELETE', `/staff/account/sessions/${foreign.id}`)
    const missing = await here.send('DELETE', `/staff/account/sessions/${'0'.repeat(64)}`)
    assert.deepEqual([asked.status, asked.code], [404, 'NOT_FOUND'])
    assert.deepEqual(missing, { ...asked, path: missing.path })
    assert.isTrue(await other.isSignedIn())
    assert.isTrue(await here.isSignedIn())
  })

  test('signs out everywhere, here too', async ({ assert }) => {
    const staff = await staffOf('sc', 'auditor')
    const [here, there] = [await StaffBrowser.of(staff), await StaffBrowser.of(staff)]
    const { path } = await here.send('DELETE', '/staff/account/sessions')
    assert.equal(path, '/staff/login')
    assert.isFalse(await here.isSignedIn())
    assert.isFalse(await there.isSignedIn())
  })
})
