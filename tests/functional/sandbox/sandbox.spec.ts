import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import * as oidc from 'openid-client'
import { startSandbox, type Sandbox } from '#sandbox/server'
import { PORTAL, SandboxBrowser, clientOf, startSignIn, type Visit } from './browser.js'

test.group('Sandbox registration system', (group) => {
  let dataDir: string
  let sandbox: Sandbox

  group.each.setup(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'))
    sandbox = await start(0)
    return async () => {
      await sandbox.close()
      await rm(dataDir, { recursive: true })
    }
  })

  const start = (port: number) => startSandbox({ port, portalUrl: PORTAL, dataDir })
  const P01 = { account: 'p01', password: 'demo2027' }

  const json = (response: Response) => response.json() as Promise<Record<string, any>>

  /** Signs in on the login page that `visit` shows. */
  const logIn = (browser: SandboxBrowser, visit: Visit, fields: Record<string, string> = P01) =>
    browser.post(`${visit.url}/login`, fields)

  /** A whole first visit: sign in, agree, redeem the code. */
  async function signIn(browser: SandboxBrowser, fields = P01) {
    const { url, finish } = await startSignIn(sandbox.url)
    const consent = await logIn(browser, await browser.get(url), fields)
    return finish((await browser.post(`${consent.url}/agree`)).url)
  }

  const api = (path: string, token: string) =>
    fetch(sandbox.url + path, { headers: { authorization: `Bearer ${token}` } })

  test('a candidate signs in, authorises, and the portal reads his registration', async ({
    assert,
  }) => {
    const tokens = await signIn(new SandboxBrowser())
    assert.equal(tokens.claims()?.sub, 'nmec-510001')
    const userInfo = await oidc.fetchUserInfo(
      await clientOf(sandbox.url),
      tokens.access_token,
      'nmec-510001'
    )
    assert.equal(userInfo.name, '张怡琪')

    const response = await api('/api/me', tokens.access_token)
    assert.equal(response.status, 200)
    const person = await json(response)
    assert.containSubset(person, {
      subject: 'nmec-510001',
      idNo: '990101199811173960',
      phone: '13800000001',
      registrations: [
        {
          region: 'SC',
          pointId: '5101',
          category: 'CLIN_P',
          facts: { edu_level: 'bachelor' },
          answers: { edu_in_chsi: true },
        },
      ],
    })
    assert.notProperty(person, 'password')
  })

  test('the authorisation page says what the portal gets', async ({ assert }) => {
    const browser = new SandboxBrowser()
    const { url } = await startSignIn(sandbox.url)
    const consent = await logIn(browser, await browser.get(url))

    for (const text of ['姓名', '证件号码', '手机号', '报名信息', '同意授权', '拒绝']) {
      assert.include(consent.text, text)
    }
    assert.notInclude(consent.text, '990101199811173960')
  })

  test('later visits do not ask for authorisation', async ({ assert }) => {
    const browser = new SandboxBrowser()
    await signIn(browser)

    const again = await startSignIn(sandbox.url)
    const visit = await browser.get(again.url)
    assert.include(visit.url, `${PORTAL}/auth/callback?code=`)
    assert.equal((await again.finish(visit.url)).claims()?.sub, 'nmec-510001')
  })

  test('nor does a visit after a restart, from another browser', async ({ assert }) => {
    await signIn(new SandboxBrowser())
    const { port } = new URL(sandbox.url)
    await sandbox.close()
    sandbox = await start(Number(port))

    const again = await startSignIn(sandbox.url)
    const browser = new SandboxBrowser()
    const visit = await logIn(browser, await browser.get(again.url))
    const tokens = await again.finish(visit.url)
    assert.equal((await api('/api/me', tokens.access_token)).status, 200)
  })

  test('who refuses is asked again the next time', async ({ assert }) => {
    const browser = new SandboxBrowser()
    const { url } = await startSignIn(sandbox.url)
    const consent = await logIn(browser, await browser.get(url))
    const refused = new URL((await browser.post(`${consent.url}/refuse`)).url)
    assert.equal(refused.origin, PORTAL)
    assert.equal(refused.searchParams.get('error'), 'access_denied')

    const again = await browser.get((await startSignIn(sandbox.url)).url)
    assert.include(again.text, '同意授权')
  })

  test('one person’s authorisation is not another’s', async ({ assert }) => {
    const browser = new SandboxBrowser()
    await signIn(browser)

    const { url } = await startSignIn(sandbox.url, { prompt: 'login' })
    const second = await logIn(browser, await browser.get(url), { ...P01, account: 'p02' })
    assert.include(second.text, '同意授权')
    assert.include(second.text, '于超佳')
  })

  test('prompt=login asks for the account although a session is open', async ({ assert }) => {
    const browser = new SandboxBrowser()
    await signIn(browser)

    const { url, finish } = await startSignIn(sandbox.url, { prompt: 'login' })
    const login = await browser.get(url)
    assert.include(login.text, '当前已登录')
    const tokens = await finish((await logIn(browser, login)).url)
    assert.equal(tokens.claims()?.sub, 'nmec-510001')
  })

  test('signing out ends the session and leads back to the portal', async ({ assert }) => {
    const browser = new SandboxBrowser()
    const tokens = await signIn(browser)
    const url = oidc.buildEndSessionUrl(await clientOf(sandbox.url), {
      id_token_hint: tokens.id_token!,
      post_logout_redirect_uri: `${PORTAL}/sc`,
    })
    const page = await browser.get(url.href)
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)![1]
    const out = await browser.post(`${sandbox.url}/session/end/confirm`, { xsrf, logout: 'yes' })
    assert.equal(out.url, `${PORTAL}/sc`)

    const next = await browser.get((await startSignIn(sandbox.url)).url)
    assert.include(next.text, '登录报名账号')
    assert.equal((await api('/api/me', tokens.access_token)).status, 401)
  })

  test('signing out never leads to a foreign page', async ({ assert }) => {
    const url = oidc.buildEndSessionUrl(await clientOf(sandbox.url), {
      post_logout_redirect_uri: 'http://localhost:4999.example.invalid/',
    })
    const page = await new SandboxBrowser().get(url.href)
    assert.equal(page.status, 400)
  })

  test('a wrong password says so and keeps the account', async ({ assert }) => {
    const browser = new SandboxBrowser()
    const login = await browser.get((await startSignIn(sandbox.url)).url)
    const failed = await logIn(browser, login, { account: 'p01', password: 'wrong' })
    assert.equal(failed.status, 422)
    assert.include(failed.text, '账号或密码不正确')
    assert.include(failed.text, 'value="p01"')
  })

  test('what is typed is printed as text, not as markup', async ({ assert }) => {
    const browser = new SandboxBrowser()
    const login = await browser.get((await startSignIn(sandbox.url)).url)
    const failed = await logIn(browser, login, { account: '"><script>', password: 'x' })
    assert.notInclude(failed.text, '"><script>')
    assert.include(failed.text, '&quot;&gt;&lt;script&gt;')
  })

  test('pages speak English when the portal or the person asks for it', async ({ assert }) => {
    const browser = new SandboxBrowser()
    const login = await browser.get((await startSignIn(sandbox.url, { ui_locales: 'en' })).url)
    assert.include(login.text, '<html lang="en">')
    assert.include((await browser.get(`${login.url}?lang=zh-CN`)).text, '<html lang="zh-CN">')
    assert.include((await browser.get(login.url)).text, '<html lang="zh-CN">')
  })

  test('a wrong client secret gets no token', async ({ assert }) => {
    const browser = new SandboxBrowser()
    const { url } = await startSignIn(sandbox.url)
    const consent = await logIn(browser, await browser.get(url))
    const callback = new URL((await browser.post(`${consent.url}/agree`)).url)

    const response = await fetch(`${sandbox.url}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: callback.searchParams.get('code')!,
        redirect_uri: `${PORTAL}/auth/callback`,
        client_id: 'kaoqu-portal',
        client_secret: 'wrong',
        code_verifier: 'x'.repeat(43),
      }),
    })
    assert.equal(response.status, 401)
    assert.equal((await json(response)).error, 'invalid_client')
  })

  test('a request without PKCE, or with the plain method, is refused', async ({ assert }) => {
    const request = new URL((await startSignIn(sandbox.url)).url)
    request.searchParams.set('code_challenge_method', 'plain')
    const plain = await new SandboxBrowser().get(request.href)
    assert.equal(new URL(plain.url).searchParams.get('error'), 'invalid_request')

    request.searchParams.delete('code_challenge_method')
    request.searchParams.delete('code_challenge')
    const none = await new SandboxBrowser().get(request.href)
    assert.equal(new URL(none.url).searchParams.get('error'), 'invalid_request')
  })

  test('a foreign return address ends on an error page in both languages', async ({ assert }) => {
    const request = new URL((await startSignIn(sandbox.url)).url)
    request.searchParams.set('redirect_uri', 'http://evil.example.invalid/auth/callback')
    const page = await new SandboxBrowser().get(request.href)
    assert.equal(page.status, 400)
    assert.include(page.text, '平台的返回地址没有登记')
    assert.include(page.text, 'return address is not registered')
  })

  test('another browser cannot enter a sign-in by its address', async ({ assert }) => {
    const login = await new SandboxBrowser().get((await startSignIn(sandbox.url)).url)
    const page = await new SandboxBrowser().get(login.url)
    assert.equal(page.status, 400)
    assert.include(page.text, '重新点“登录”')
  })

  test('the API refuses bad tokens with JSON', async ({ assert }) => {
    for (const path of ['/api/me', '/api/registrations?subject=nmec-510001']) {
      const response = await api(path, 'nonsense')
      assert.equal(response.status, 401)
      assert.equal((await json(response)).error.code, 'invalid_token')
    }
    assert.equal((await fetch(`${sandbox.url}/api/me`)).status, 401)
  })

  test('a token without the scope registrations reads none', async ({ assert }) => {
    const browser = new SandboxBrowser()
    const { url, finish } = await startSignIn(sandbox.url, { scope: 'openid profile' })
    const consent = await logIn(browser, await browser.get(url))
    const tokens = await finish((await browser.post(`${consent.url}/agree`)).url)
    assert.equal((await api('/api/me', tokens.access_token)).status, 403)
  })

  test('the service token reads any registration; an unknown subject gets 404', async ({
    assert,
  }) => {
    const known = await api('/api/registrations?subject=nmec-510260', 'sandbox-service-token')
    const { registrations } = await json(known)
    assert.equal(registrations[0].region, 'SD')
    assert.notProperty(registrations[0], 'approvedLastSeason')

    const unknown = await api('/api/registrations?subject=nobody', 'sandbox-service-token')
    assert.equal(unknown.status, 404)
    assert.equal((await json(unknown)).error.code, 'unknown_subject')
  })

  test('pages forbid foreign scripts and name the portal as the only other form target', async ({
    assert,
  }) => {
    const { headers } = await fetch(sandbox.url)
    const policy = headers.get('content-security-policy') ?? ''
    assert.include(policy, `default-src 'none'`)
    assert.include(policy, `form-action 'self' ${PORTAL};`)
  })

  test('keys are private to their owner and outlive a restart', async ({ assert }) => {
    const keys = async () => (await json(await fetch(`${sandbox.url}/jwks`))).keys[0].kid
    const before = await keys()
    assert.equal((await stat(join(dataDir, 'sandbox', 'keys.json'))).mode & 0o777, 0o600)
    await sandbox.close()
    sandbox = await start(0)
    assert.equal(await keys(), before)
  })

  test('health answers JSON', async ({ assert }) => {
    const response = await fetch(`${sandbox.url}/health`)
    assert.containSubset(await json(response), { status: 'ok' })
  })
})
