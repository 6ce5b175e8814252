import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { createServer, type AddressInfo, type Server } from 'node:net'
import registrationSystem from '#config/registration_system'
import Candidate from '#app/identity/models/candidate'
import { RegistrationSystem } from '#app/identity/registration_system'
import Registration from '#app/registrations/models/registration'
import { runInRegion } from '#app/shared/region_context'
import { demoPeople } from '#database/demo/people'
import { startSandbox, type Sandbox } from '#sandbox/server'
import env from '#start/env'
import { inSharedWorld, signedInCandidate } from '#tests/support/world'
import { Visitor, type Visit } from '#tests/support/visitor'

const PORTAL = env.get('APP_URL')

test.group('Sign-in of candidates', (group) => {
  let sandbox: Sandbox
  inSharedWorld(group)
  group.setup(async () => {
    sandbox = await startSandbox({
      port: env.get('SANDBOX_PORT'),
      portalUrl: PORTAL,
      publicUrl: env.get('REGISTRATION_ISSUER'),
      dataDir: env.get('DATA_DIR'),
      clientSecret: env.get('REGISTRATION_CLIENT_SECRET').release(),
      serviceToken: env.get('REGISTRATION_SERVICE_TOKEN').release(),
    })
    return () => sandbox.close()
  })

  test('goes through the registration system and back to the portal, with the registration', async ({
    assert,
  }) => {
    const visitor = new Visitor()
    const end = await signIn(visitor, 'p01')
    assert.equal(end.url.href, `${PORTAL}/sc`)
    assert.equal(end.status, 200)
    assert.isTrue((await session(visitor)).signedIn)

    const [candidate] = await Candidate.query().where('subject', personOf('p01').subject)
    const registration = await runInRegion('sc', () =>
      Registration.findByOrFail({ candidateId: candidate.id })
    )
    assert.equal(registration.externalNumber, personOf('p01').registrations[0].externalNumber)
    assert.equal(registration.factsRevision, 1)
  })

  test('asks for the authorisation on the first visit only', async ({ assert }) => {
    await signIn(new Visitor(), 'p02', { region: 'sh' })
    const visitor = new Visitor()
    const login = await visitor.get(`${PORTAL}/sh/sign-in`)
    const end = await visitor.post(`${login.url.href}/login`, account('p02'))
    assert.equal(end.url.href, `${PORTAL}/sh`)
  })

  test('asks which account after signing out', async ({ assert }) => {
    const visitor = new Visitor()
    await signIn(visitor, 'p01')
    const out = await visitor.post(`${PORTAL}/sign-out`)
    assert.equal(out.url.href, `${PORTAL}/sc`)
    assert.include(out.text, '您已退出登录')
    assert.isFalse((await session(visitor)).signedIn)
    const login = await visitor.get(`${PORTAL}/sc/sign-in`)
    assert.match(login.url.pathname, /^\/interaction\//)
  })

  test('leads a signed-in candidate straight to where he wanted to go', async ({
    client,
    assert,
  }) => {
    const { candidate } = await signedInCandidate('sc')
    const to = (path: string) =>
      client.get(`/sc/sign-in?to=${path}`).withGuard('candidate').loginAs(candidate).redirects(0)
    assert.equal((await to('/sc/dossier')).header('location'), '/sc/dossier')
    for (const elsewhere of [
      '/bj/dossier',
      '//evil.example/sc/',
      'https://evil.example',
      '/sc/..%5C',
    ]) {
      assert.equal((await to(elsewhere)).header('location'), '/sc')
    }
  })

  test('remembers which page a guest wanted', async ({ client, assert }) => {
    const guest = await client.get('/sc/dossier').redirects(0)
    guest.assertHeader('location', '/sc/sign-in?to=%2Fsc%2Fdossier')
    const api = await client.get('/sc/dossier').accept('json')
    api.assertStatus(401)
    const visitor = new Visitor()
    await signIn(visitor, 'p01')
    await visitor.post(`${PORTAL}/sign-out`)
    const login = await visitor.get(`${PORTAL}/sc/dossier`)
    const end = await visitor.post(`${login.url.href}/login`, account('p01'))
    assert.include(
      end.way.map(({ pathname }) => pathname),
      '/sc/dossier'
    )
  })

  test('tells a page visit to leave for the registration system as a whole', async ({ client }) => {
    const response = await client.get('/sc/sign-in').withInertia()
    response.assertStatus(409)
    response.assertHeader('x-inertia-location')
  })

  test('the demo has one address, wherever it was opened', async ({ assert, cleanup }) => {
    env.set('KAOQU_DEMO', true)
    cleanup(() => env.set('KAOQU_DEMO', false))
    const elsewhere = PORTAL.replace('127.0.0.1', 'localhost')
    const login = await new Visitor().get(`${elsewhere}/sc/sign-in`)
    assert.equal(login.way[1].href, `${PORTAL}/sc/sign-in`)
    assert.match(login.url.pathname, /^\/interaction\//)
  })

  test('says on the portal what to do when the candidate does not authorise', async ({
    assert,
  }) => {
    const visitor = new Visitor()
    const login = await visitor.get(`${PORTAL}/bj/sign-in`)
    const consent = await visitor.post(`${login.url.href}/login`, account('p05'))
    const end = await visitor.post(`${consent.url.href}/refuse`)
    assert.equal(end.url.href, `${PORTAL}/bj`)
    assert.include(end.text, '您没有同意授权')
    assert.isFalse((await session(visitor)).signedIn)
  })

  test('refuses a callback whose state this browser did not send', async ({ assert }) => {
    const [visitor, victim] = [new Visitor(), new Visitor()]
    await victim.get(`${PORTAL}/sc/sign-in`)
    const end = await victim.get(`${PORTAL}/auth/callback?code=stolen&state=somebody-elses`)
    assert.equal(end.url.href, `${PORTAL}/sc`)
    assert.include(end.text, '这次登录已失效')
    const without = await visitor.get(`${PORTAL}/auth/callback`)
    assert.equal(without.url.href, `${PORTAL}/`)
    assert.isEmpty(await Candidate.all())
  })

  test('takes a callback once', async ({ assert }) => {
    const visitor = new Visitor()
    const seen: string[] = []
    await signIn(visitor, 'p01', { seen })
    const callback = seen.find((url) => url.includes('/auth/callback'))!
    const again = await visitor.get(callback)
    assert.equal(again.url.href, `${PORTAL}/sc`, 'still signed in, nothing to say')
    const other = await new Visitor().get(callback)
    assert.equal(other.url.href, `${PORTAL}/`)
    assert.equal((await Candidate.all()).length, 1)
  })

  test('keeps two sign-ins of two tabs apart', async ({ assert }) => {
    const visitor = new Visitor()
    const first = await visitor.get(`${PORTAL}/sc/sign-in`)
    await visitor.get(`${PORTAL}/bj/sign-in`)
    const end = await visitor.post(`${first.url.href}/login`, account('p01'))
    assert.match(end.url.href, /\/(sc|interaction)/)
    assert.notInclude(end.text, '这次登录已失效')
  })

  test('a second sign-in writes no second candidate and takes what changed', async ({ assert }) => {
    await signIn(new Visitor(), 'p01')
    await runInRegion('sc', async () => {
      const row = await Registration.query().firstOrFail()
      await row.merge({ category: 'DENT_P', answers: { edu_in_chsi: false } }).save()
    })
    await signIn(new Visitor(), 'p01')
    assert.equal((await Candidate.all()).length, 1)
    const rows = await runInRegion('sc', () => Registration.all())
    assert.equal(rows.length, 1)
    assert.equal(rows[0].category, 'CLIN_P')
    assert.equal(rows[0].factsRevision, 2)
    assert.deepEqual(rows[0].answers, { edu_in_chsi: false }, 'his own answers stay')
  })

  test('an unknown region is a missing page', async ({ client }) => {
    const response = await client.get('/zz/sign-in').redirects(0)
    response.assertStatus(404)
  })
})

test.group('Sign-in while the registration system is down', (group) => {
  let silent: Server
  inSharedWorld(group)
  group.setup(async () => {
    // Takes connections and never answers.
    silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    return () => void silent.close()
  })
  group.each.teardown(() => app.container.restoreAll())

  test('gives a page that says so, with a retry', async ({ client, assert }) => {
    useSystemAt('http://127.0.0.1:9')
    const response = await client.get('/sc/sign-in').withInertia()
    response.assertStatus(503)
    response.assertInertiaComponent('errors/show')
    const { code, retryUrl } = response.inertiaProps as any
    assert.equal(code, 'REGISTRATION_SYSTEM_DOWN')
    assert.equal(retryUrl, '/sc/sign-in')
  })

  test('does not wait longer than its time', async ({ client, assert }) => {
    useSystemAt(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`, 1)
    const began = Date.now()
    const response = await client.get('/sc/sign-in').withInertia()
    response.assertStatus(503)
    assert.isBelow(Date.now() - began, 4_000)
  })
})

function useSystemAt(issuer: string, timeout = 8) {
  app.container.swap(
    RegistrationSystem,
    () => new RegistrationSystem({ ...registrationSystem, issuer, timeout })
  )
}

const personOf = (name: string) => demoPeople().candidates.find((one) => one.account === name)!
const account = (name: string) => ({ account: name, password: personOf(name).password })

async function session(visitor: Visitor): Promise<{ signedIn: boolean }> {
  return JSON.parse((await visitor.get(`${PORTAL}/sc/session`)).text)
}

/** The whole way: sign-in page, and the authorisation where it is asked for. */
async function signIn(
  visitor: Visitor,
  name: string,
  { region = 'sc', seen }: { region?: string; seen?: string[] } = {}
): Promise<Visit> {
  const login = await visitor.get(`${PORTAL}/${region}/sign-in`)
  const next = await visitor.post(`${login.url.href}/login`, account(name))
  const end = next.url.pathname.startsWith('/interaction/')
    ? await visitor.post(`${next.url.href}/agree`)
    : next
  seen?.push(...end.way.map(({ href }) => href))
  return end
}
