import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import identityConfig from '#config/identity'
import {
  addMembership,
  inWorld,
  newStaff,
  PASSWORD,
  signedInCandidate,
  staffOf,
} from '#tests/support/world'

test.group('Staff sessions', (group) => {
  inWorld(group)
  group.each.setup(async () => {
    await limiter.clear()
    identityConfig.secondFactor = 'optional'
    return () => void (identityConfig.secondFactor = 'required')
  })

  test('a guest gets the form, and is sent to it from the pages of staff', async ({ client }) => {
    const form = await client.get('/staff/login').withInertia()
    form.assertInertiaComponent('identity/staff_login')
    const guest = await client.get('/staff').redirects(0)
    guest.assertHeader('location', '/staff/login')
  })

  test('who works in one region goes straight to its queue', async ({ client }) => {
    const staff = await staffOf('sc', 'point_reviewer', '5101')
    const response = await client
      .post('/staff/login')
      .form({ login: ` ${staff.login.toUpperCase()}`, password: PASSWORD })
      .withCsrfToken()
      .redirects(0)
    response.assertHeader('location', '/staff')
    const home = await client.get('/staff').withGuard('staff').loginAs(staff).redirects(0)
    home.assertHeader('location', '/sc/staff/queue')
  })

  test('who works in several regions chooses, with roles and what waits', async ({
    client,
    assert,
  }) => {
    const staff = await staffOf('sc', 'point_reviewer', '5101')
    await addMembership(staff, 'bj', 'region_reviewer')
    await addMembership(staff, 'bj', 'region_lead')
    const home = await client.get('/staff').withGuard('staff').loginAs(staff).withInertia()
    home.assertInertiaComponent('review/staff_home')
    const { regions } = home.inertiaProps as any
    assert.sameDeepMembers(regions, [
      {
        id: 'bj',
        zh: '北京考区',
        en: 'Beijing',
        roles: ['region_reviewer', 'region_lead'],
        waiting: 0,
      },
      { id: 'sc', zh: '四川考区', en: 'Sichuan', roles: ['point_reviewer'], waiting: 0 },
    ])
  })

  test('a wrong password, an unknown account and a suspended one get the same words', async ({
    client,
    assert,
  }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const suspended = await newStaff('gone', { suspendedAt: Date.now() })
    const answers = []
    for (const [login, password] of [
      [staff.login, 'wrong'],
      ['nobody', PASSWORD],
      [suspended.login, PASSWORD],
    ]) {
      const response = await client
        .post('/staff/login')
        .json({ login, password })
        .accept('json')
        .withCsrfToken()
      response.assertStatus(422)
      answers.push(response.body())
    }
    assert.deepEqual(answers[1], answers[0])
    assert.deepEqual(answers[2], answers[0])
    assert.include(answers[0].errors[0].message, '账号或密码不正确')
  })

  test('the page shows the refusal above its fields', async ({ client }) => {
    const response = await client
      .post('/staff/login')
      .form({ login: 'nobody', password: 'wrong' })
      .header('referer', '/staff/login')
      .withInertia()
      .withCsrfToken()
    response.assertInertiaPropsContains({
      errors: { credentials: '账号或密码不正确。请核对后重试；忘记密码请联系本考区管理员。' },
    })
  })

  test('the sixth wrong try waits, and only for this account from this address', async ({
    client,
  }) => {
    const [staff, colleague] = [await staffOf('sc', 'auditor'), await staffOf('sc', 'region_lead')]
    const attempt = (login: string, password: string) =>
      client
        .post('/staff/login')
        .json({ login, password })
        .accept('json')
        .withCsrfToken()
        .redirects(0)
    for (let tries = 1; tries <= 5; tries++) (await attempt(staff.login, 'wrong')).assertStatus(422)
    const throttled = await attempt(staff.login, PASSWORD)
    throttled.assertStatus(429)
    throttled.assertBodyContains({ errors: [{ code: 'SIGN_IN_THROTTLED' }] })
    const other = await attempt(colleague.login, PASSWORD)
    other.assertStatus(302)
  })

  test('a suspended session ends at the next page', async ({ client }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    await staff.merge({ suspendedAt: Date.now() }).save()
    const home = await client.get('/staff').withGuard('staff').loginAs(staff).redirects(0)
    home.assertHeader('location', '/staff/login')
  })

  test('a candidate is no staff, and staff are no candidates', async ({ client }) => {
    const { candidate } = await signedInCandidate('sc')
    const home = await client.get('/staff').withGuard('candidate').loginAs(candidate).redirects(0)
    home.assertHeader('location', '/staff/login')
    const staff = await staffOf('sc', 'region_reviewer')
    const session = await client.get('/sc/session').withGuard('staff').loginAs(staff)
    session.assertBody({ signedIn: false })
  })

  test('signing out ends the session', async ({ client }) => {
    const staff = await staffOf('sc', 'region_reviewer')
    const out = await client
      .post('/staff/logout')
      .withGuard('staff')
      .loginAs(staff)
      .withCsrfToken()
      .redirects(0)
    out.assertHeader('location', '/staff/login')
  })
})
