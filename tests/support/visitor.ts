/** What a visit ended in: after all redirects, wherever they led. */
export interface Visit {
  url: URL
  status: number
  text: string
  /** All addresses on the way there. */
  way: readonly URL[]
}

/**
 * A browser without a screen: keeps cookies for each host, follows redirects between the portal and the
 * registration system, posts forms. It sees what a person without scripts would.
 */
export class Visitor {
  #cookies = new Map<string, { host: string; path: string; name: string; value: string }>()

  /** Another browser with the same cookies, as a thief would have it. */
  copy(): Visitor {
    return this.copyInto(new Visitor())
  }

  protected copyInto<V extends Visitor>(visitor: V): V {
    visitor.#cookies = new Map(this.#cookies)
    return visitor
  }

  get(url: string | URL, headers: Record<string, string> = {}) {
    return this.#send(new URL(url), { method: 'GET', headers })
  }

  post(address: string | URL, fields: Record<string, string> = {}) {
    return this.submit('POST', address, { body: new URLSearchParams(fields) })
  }

  /** Sends a change with the token that this browser has for the address. */
  submit(
    method: string,
    address: string | URL,
    { body, headers = {} }: { body: URLSearchParams | string; headers?: Record<string, string> }
  ) {
    const url = new URL(address)
    const token = this.#cookiesOf(url).find(({ name }) => name === 'XSRF-TOKEN')?.value
    const xsrf: Record<string, string> = token ? { 'x-xsrf-token': decodeURIComponent(token) } : {}
    return this.#send(url, { method, body, headers: { ...headers, ...xsrf } })
  }

  async #send(
    url: URL,
    init: RequestInit & { headers: Record<string, string> },
    before: readonly URL[] = []
  ): Promise<Visit> {
    const way = [...before, url]
    const cookies = this.#cookiesOf(url)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...init.headers, cookie: cookies },
    })
    for (const line of response.headers.getSetCookie()) this.#keep(url, line)
    const location = response.headers.get('location')
    if (!location) return { url, status: response.status, text: await response.text(), way }
    return this.#send(new URL(location, url), { method: 'GET', headers: {} }, way)
  }

  #keep({ host }: URL, line: string) {
    const [pair, ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(name.length + 1)
    const attribute = (key: RegExp) => attributes.find((one) => key.test(one))?.split('=')[1]
    const path = attribute(/^path=/i) ?? '/'
    const key = `${host} ${path} ${name}`
    const isOver =
      attribute(/^max-age=/i) === '0' || Date.parse(attribute(/^expires=/i) ?? '') < Date.now()
    if (!value || isOver) this.#cookies.delete(key)
    else this.#cookies.set(key, { host, path, name, value })
  }

  #cookiesOf({ host, pathname }: URL) {
    return [...this.#cookies.values()].filter(
      (cookie) => cookie.host === host && pathname.startsWith(cookie.path)
    )
  }
}
