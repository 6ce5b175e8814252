import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DAY } from '#app/core/time'
import type Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import { withAccounts } from '#tests/support/identity_group'
import { StaffBrowser } from '#tests/support/staff_browser'
import { addMembership, newStaff, PASSWORD, staffOf } from '#tests/support/world'

const NEW = 'lantern mosquito teacup'

/** What the administrator is shown once. */
async function linkFor(admin: StaffBrowser, person: Staff): Promise<string> {
  await admin.send('POST', `/sc/staff/people/${person.id}/password-links`)
  return new URL(admin.shown.props.link.url).pathname
}

test.group('One-time links', (group) => {
  withAccounts(group, 'optional')

  test('a forgotten password: the link sets a new one and ends all sessions', async ({
    assert,
  }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const person = await staffOf('sc', 'region_reviewer')
    const old = await StaffBrowser.of(person)
    const link = await linkFor(admin, person)
    const again = await admin.page('/sc/staff/people')
    assert.isNull(again.props.link, 'shown once')

    const browser = new StaffBrowser()
    const { component, props } = await browser.page(link)
    assert.equal(component, 'identity/set_password')
    assert.deepInclude(props.person, { kind: 'password', login: person.login })
    await browser.send('POST', link, { password: NEW })
    assert.isTrue(await browser.isSignedIn())
    assert.isFalse(await old.isSignedIn())
    const other = new StaffBrowser()
    assert.equal((await other.givePassword(person.login, PASSWORD)).code, 'CREDENTIALS_WRONG')
  })

  test('serves once', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const person = await staffOf('sc', 'region_reviewer')
    const link = await linkFor(admin, person)
    await new StaffBrowser().page(link)
    const first = new StaffBrowser()
    await first.page(link)
    await first.send('POST', link, { password: NEW })
    const second = new StaffBrowser()
    assert.isNull((await second.page(link)).props.person)
    await second.send('POST', link, { password: 'another teacup mosquito' })
    const old = new StaffBrowser()
    await old.givePassword(person.login, NEW)
    assert.isTrue(await old.isSignedIn(), 'the first one stays')
  })

  test('a password that is refused does not spend it', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const link = await linkFor(admin, await staffOf('sc', 'region_reviewer'))
    const browser = new StaffBrowser()
    await browser.page(link)
    const refused = await browser.send('POST', link, { password: 'password1234' })
    assert.include(refused, { status: 422, code: 'common' })
    await browser.send('POST', link, { password: NEW })
    assert.isTrue(await browser.isSignedIn())
  })

  test('ends after a day, or when a newer one is made', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const person = await staffOf('sc', 'region_reviewer')
    const first = await linkFor(admin, person)
    const second = await linkFor(admin, person)
    const browser = new StaffBrowser()
    assert.isNull((await browser.page(first)).props.person)
    assert.isNotNull((await browser.page(second)).props.person)
    clock.freeze(clock.now() + DAY)
    assert.isNull((await browser.page(second)).props.person)
    assert.isNull((await browser.page('/staff/links/nobody-made-this')).props.person)
  })

  test('stands in the database as a hash', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const link = await linkFor(admin, await staffOf('sc', 'region_reviewer'))
    const token = link.split('/').pop()!
    assert.notInclude(JSON.stringify(await db.from('staff_links')), token)
  })

  test('is not given for who works in a region that one does not manage', async ({ assert }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const person = await staffOf('sc', 'region_reviewer')
    await addMembership(person, 'bj', 'region_reviewer')
    const refused = await admin.send('POST', `/sc/staff/people/${person.id}/password-links`)
    assert.equal(refused.code, 'WORKS_ELSEWHERE')
    const platform = await StaffBrowser.of(await newStaff('platform', { isPlatformAdmin: true }))
    assert.isString(await linkFor(platform, person))
  })

  test('nor for a platform administrator, nor by an administrator of a point', async ({
    assert,
  }) => {
    const admin = await StaffBrowser.of(await staffOf('sc', 'region_admin'))
    const platform = await newStaff('platform', { isPlatformAdmin: true })
    await addMembership(platform, 'sc', 'region_reviewer')
    const refused = await admin.send('POST', `/sc/staff/people/${platform.id}/password-links`)
    assert.equal(refused.code, 'NOT_ALLOWED')

    const pointAdmin = await StaffBrowser.of(await staffOf('sc', 'point_admin', '5101'))
    const reviewer = await staffOf('sc', 'point_reviewer', '5101')
    const alsoRefused = await pointAdmin.send(
      'POST',
      `/sc/staff/people/${reviewer.id}/password-links`
    )
    assert.equal(alsoRefused.code, 'NOT_ALLOWED')
  })
})
