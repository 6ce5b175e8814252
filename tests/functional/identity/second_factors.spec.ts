import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { MINUTE } from '#app/core/time'
import AuditEntry from '#app/audit/models/audit_entry'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { withAccounts } from '#tests/support/identity_group'
import { codeOf, StaffBrowser } from '#tests/support/staff_browser'
import { newStaff, PASSWORD, staffOf } from '#tests/support/world'

const actions = () =>
  runInRegion('sc', async () =>
    (await AuditEntry.query().where('chain', 'region:sc').orderBy('seq')).map((row) => row.action)
  )

/** Somebody with a second factor, who is signed out and whose next code is a new one. */
async function enrolled() {
  const staff = await staffOf('sc', 'region_reviewer')
  const browser = new StaffBrowser()
  await browser.givePassword(staff.login)
  const { secret, codes } = await browser.enrol()
  await browser.send('POST', '/staff/logout')
  clock.freeze(clock.now() + MINUTE)
  return { staff, secret, codes, browser }
}

test.group('The second factor, where it is required', (group) => {
  withAccounts(group, 'required')

  test('the first sign-in sets it up, shows the codes once and then signs in', async ({
    assert,
  }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const browser = new StaffBrowser()
    const { path } = await browser.givePassword(staff.login)
    assert.equal(path, '/staff/second-factor')
    assert.isFalse(await browser.isSignedIn(), 'the password alone signs nobody in')

    const { codes, path: next } = await browser.enrol()
    assert.equal(next, '/staff/recovery-codes')
    assert.equal(new Set(codes).size, 10)
    assert.isTrue(await browser.isSignedIn())
    assert.equal((await browser.page('/staff/recovery-codes')).path, '/staff/account', 'only once')
    assert.deepEqual(await actions(), ['staff.second_factor_enrolled'])
  })

  test('neither secret nor codes can be read in the database', async ({ assert }) => {
    const { staff, secret, codes } = await enrolled()
    const rows = await db.from('second_factors').where('staff_id', staff.id)
    const hashes = await db.from('recovery_codes').where('staff_id', staff.id)
    const all = JSON.stringify([rows, hashes])
    assert.notInclude(all, secret)
    for (const code of codes) assert.notInclude(all.toUpperCase(), code.replaceAll('-', ''))
  })

  test('a wrong first code keeps nothing', async ({ assert }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const browser = new StaffBrowser()
    await browser.givePassword(staff.login)
    await browser.page('/staff/second-factor')
    const refused = await browser.send('POST', '/staff/second-factor', { code: '000000' })
    assert.equal(refused.code, 'CODE_WRONG')
    assert.isEmpty(await db.from('second_factors').where('staff_id', staff.id))
  })

  test('afterwards the code is asked for, and taken once', async ({ assert }) => {
    const { staff, secret, browser } = await enrolled()
    const { path } = await browser.givePassword(staff.login)
    assert.equal(path, '/staff/login/code')
    assert.isFalse(await browser.isSignedIn())
    const code = codeOf(secret)
    await browser.send('POST', '/staff/login/code', { code })
    assert.isTrue(await browser.isSignedIn())

    const thief = new StaffBrowser()
    await thief.givePassword(staff.login)
    const replayed = await thief.send('POST', '/staff/login/code', { code })
    assert.equal(replayed.code, 'CODE_WRONG')
    assert.isFalse(await thief.isSignedIn())
  })

  test('who has set one up is not offered another without its code', async ({ assert }) => {
    const { staff, browser } = await enrolled()
    await browser.givePassword(staff.login)
    assert.equal((await browser.page('/staff/second-factor')).path, '/staff/login/code')
    const again = await browser.send('POST', '/staff/second-factor', { code: '000000' })
    assert.equal(again.code, 'STATE_MOVED_ON')
  })

  test('the code alone, without the password before it, is nothing', async ({ assert }) => {
    const { secret } = await enrolled()
    const guest = new StaffBrowser()
    await guest.page('/staff/login')
    const { path } = await guest.send('POST', '/staff/login/code', { code: codeOf(secret) })
    assert.equal(path, '/staff/login')
    assert.isFalse(await guest.isSignedIn())
  })

  test('five minutes after the password it begins again', async ({ assert }) => {
    const { staff, secret, browser } = await enrolled()
    await browser.givePassword(staff.login)
    clock.freeze(clock.now() + 5 * MINUTE)
    const { path } = await browser.send('POST', '/staff/login/code', { code: codeOf(secret) })
    assert.equal(path, '/staff/login')
    assert.isFalse(await browser.isSignedIn())
  })

  test('a password that changed between the steps ends the sign-in', async ({ assert }) => {
    const { staff, secret, browser } = await enrolled()
    await browser.givePassword(staff.login)
    await staff.merge({ password: 'lanternmosquitoteacup' }).save()
    const { path } = await browser.send('POST', '/staff/login/code', { code: codeOf(secret) })
    assert.equal(path, '/staff/login')
  })

  test('a recovery code stands in, once, in any writing, and is audited', async ({ assert }) => {
    const { staff, codes, browser } = await enrolled()
    await browser.givePassword(staff.login)
    const typed = codes[3].toLowerCase().replaceAll('-', ' ')
    await browser.send('POST', '/staff/login/code', { code: typed })
    assert.isTrue(await browser.isSignedIn())
    assert.include(await actions(), 'staff.recovery_code_used')
    const { props } = await browser.page('/staff/account')
    assert.equal(props.secondFactor.recoveryCodes, 9)

    await browser.send('POST', '/staff/logout')
    await browser.givePassword(staff.login)
    const again = await browser.send('POST', '/staff/login/code', { code: codes[3] })
    assert.equal(again.code, 'CODE_WRONG')
  })

  test('the sixth wrong code waits', async ({ assert }) => {
    const { staff, secret, browser } = await enrolled()
    await browser.givePassword(staff.login)
    for (let tries = 1; tries <= 5; tries++) {
      const wrong = await browser.send('POST', '/staff/login/code', { code: '000000' })
      assert.equal(wrong.code, 'CODE_WRONG')
    }
    const right = await browser.send('POST', '/staff/login/code', { code: codeOf(secret) })
    assert.equal(right.status, 429)
    assert.equal(right.code, 'SIGN_IN_THROTTLED')
  })

  test('new recovery codes need a code, and replace the old ones', async ({ assert }) => {
    const { staff, secret, codes, browser } = await enrolled()
    await browser.givePassword(staff.login)
    await browser.send('POST', '/staff/login/code', { code: codeOf(secret) })
    const without = await browser.send('POST', '/staff/recovery-codes', { code: '000000' })
    assert.equal(without.code, 'CODE_WRONG')
    const made = await browser.send('POST', '/staff/recovery-codes', { code: codeOf(secret, 1) })
    assert.equal(made.path, '/staff/recovery-codes')
    await browser.send('POST', '/staff/logout')
    await browser.givePassword(staff.login)
    const old = await browser.send('POST', '/staff/login/code', { code: codes[0] })
    assert.equal(old.code, 'CODE_WRONG')
  })

  test('moving to another phone takes the old one away and ends other sessions', async ({
    assert,
  }) => {
    const { staff, secret, codes, browser } = await enrolled()
    await browser.givePassword(staff.login)
    await browser.send('POST', '/staff/login/code', { code: codeOf(secret) })
    const other = new StaffBrowser()
    await other.givePassword(staff.login)
    await other.send('POST', '/staff/login/code', { code: codes[0] })
    assert.isTrue(await other.isSignedIn())
    const { path } = await browser.send('DELETE', '/staff/second-factor', { code: codes[1] })
    assert.equal(path, '/staff/second-factor')
    assert.isTrue(await browser.isSignedIn())
    assert.isFalse(await other.isSignedIn())
  })

  test('wrong guesses from elsewhere do not keep a known browser out', async ({ assert }) => {
    const { staff, browser } = await enrolled()
    const attacker = new StaffBrowser()
    for (let tries = 1; tries <= 6; tries++) await attacker.givePassword(staff.login, 'wrong')
    assert.equal((await attacker.givePassword(staff.login)).status, 429)
    assert.equal((await browser.givePassword(staff.login)).path, '/staff/login/code')
  })
})

test.group('The second factor, where it is optional', (group) => {
  withAccounts(group, 'optional')

  test('who has none signs in with the password, and may switch it on', async ({ assert }) => {
    const staff = await newStaff('alone')
    const browser = await StaffBrowser.of(staff)
    assert.isTrue(await browser.isSignedIn())
    const { path, secret } = await browser.enrol()
    assert.equal(path, '/staff/recovery-codes')
    await browser.send('POST', '/staff/logout')
    const { path: asked } = await browser.givePassword(staff.login, PASSWORD)
    assert.equal(asked, '/staff/login/code')
    clock.freeze(clock.now() + MINUTE)
    await browser.send('POST', '/staff/login/code', { code: codeOf(secret) })
    assert.isTrue(await browser.isSignedIn())
  })

  test('two requests with the same code: one is taken', async ({ assert }) => {
    const staff = await newStaff('twice')
    const browser = await StaffBrowser.of(staff)
    const { secret } = await browser.enrol()
    clock.freeze(clock.now() + MINUTE)
    const [one, two] = [new StaffBrowser(), new StaffBrowser()]
    await one.givePassword(staff.login)
    await two.givePassword(staff.login)
    const code = codeOf(secret)
    const ends = await Promise.all(
      [one, two].map((each) => each.send('POST', '/staff/login/code', { code }))
    )
    assert.deepEqual(ends.map((end) => end.code === 'CODE_WRONG').sort(), [false, true])
  })
})
