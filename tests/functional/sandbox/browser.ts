import * as oidc from 'openid-client'

/** A browser without a screen: keeps cookies, follows redirects within the sandbox, posts forms. */
export class SandboxBrowser {
  #cookies = new Map<string, { value: string; path: string }>()

  async get(url: string) {
    return this.#send(url, { method: 'GET' })
  }

  async post(url: string, fields: Record<string, string> = {}) {
    return this.#send(url, { method: 'POST', body: new URLSearchParams(fields) })
  }

  async #send(address: string, init: RequestInit): Promise<Visit> {
    const url = new URL(address)
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.#cookiesFor(url.pathname) },
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)

    const location = response.headers.get('location')
    if (!location) return { url: url.href, status: response.status, text: await response.text() }
    const target = new URL(location, url)
    // Another host is the portal: its callback is read, not visited.
    if (target.host !== url.host) return { url: target.href, status: response.status, text: '' }
    return this.#send(target.href, { method: 'GET' })
  }

  #keep(line: string) {
    const [pair, ...attributes] = line.split(';').map((part) => part.trim())
    const [name, value] = pair.split('=')
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/'
    if (value) this.#cookies.set(`${name} ${path}`, { value: pair, path })
    else this.#cookies.delete(`${name} ${path}`)
  }

  #cookiesFor(pathname: string) {
    return [...this.#cookies.values()]
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ value }) => value)
      .join('; ')
  }
}

export interface Visit {
  /** Where the browser ended: a page of the sandbox, or the portal's callback. */
  url: string
  status: number
  text: string
}

export const PORTAL = 'http://localhost:4999'

/** The portal's half of a sign-in. */
export async function startSignIn(issuer: string, extra: Record<string, string> = {}) {
  const config = await clientOf(issuer)
  const verifier = oidc.randomPKCECodeVerifier()
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${PORTAL}/auth/callback`,
    scope: 'openid profile registrations',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...extra,
  })
  const finish = (callback: string) =>
    oidc.authorizationCodeGrant(config, new URL(callback), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
    })
  return { url: url.href, finish }
}

export function clientOf(issuer: string, secret = 'sandbox-secret') {
  return oidc.discovery(new URL(issuer), 'kaoqu-portal', secret, undefined, {
    execute: [oidc.allowInsecureRequests],
  })
}
