import { codeAt, stepAt } from '#app/identity/totp'
import type Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import env from '#start/env'
import { Visitor } from '#tests/support/visitor'
import { PASSWORD } from '#tests/support/world'

const PORTAL = env.get('APP_URL')

/** A browser of somebody on the staff: pages by their props, changes as JSON. */
export class StaffBrowser extends Visitor {
  /** The page that the last change ended on: what it shows once is there. */
  shown: { component: string; props: any } = { component: '', props: {} }

  copy(): StaffBrowser {
    return this.copyInto(new StaffBrowser())
  }

  /** The component and props of a page, wherever the address led. */
  async page(path: string): Promise<{ path: string; component: string; props: any }> {
    const { text, url } = await this.get(`${PORTAL}${path}`)
    return { path: url.pathname, ...pageIn(text) }
  }

  /** Where a change led (`path`), and what was refused (`code`). */
  async send(method: string, path: string, body: object = {}) {
    const visit = await this.submit(method, `${PORTAL}${path}`, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'accept': 'application/json' },
    })
    this.shown = pageIn(visit.text)
    const refused = visit.text.startsWith('{') ? JSON.parse(visit.text).errors?.[0] : undefined
    return {
      status: visit.status,
      path: visit.url.pathname,
      code: (refused?.code ?? refused?.rule) as string | undefined,
      field: refused?.field as string | undefined,
    }
  }

  async givePassword(login: string, password = PASSWORD) {
    await this.get(`${PORTAL}/staff/login`)
    return this.send('POST', '/staff/login', { login, password })
  }

  /** Signs in where the second factor is optional. */
  static async of(staff: Staff): Promise<StaffBrowser> {
    const browser = new StaffBrowser()
    await browser.givePassword(staff.login)
    return browser
  }

  async isSignedIn(): Promise<boolean> {
    const { url } = await this.get(`${PORTAL}/staff/account`)
    return url.pathname === '/staff/account'
  }

  /** Sets a second factor up on the page that asks for it. */
  async enrol() {
    const { props } = await this.page('/staff/second-factor')
    const secret = (props.secret as string).replaceAll(' ', '')
    const code = codeAt(secret, stepAt(clock.now()))
    const { path } = await this.send('POST', '/staff/second-factor', { code })
    return { secret, codes: this.shown.props.codes as string[], path }
  }
}

/** What the server put into a page for Inertia. */
function pageIn(html: string): { component: string; props: any } {
  const found = /data-page="app"[^>]*>(.*?)<\/script>/s.exec(html)?.[1]
  const { component = '', props = {} } = JSON.parse(found ?? '{}')
  return { component, props }
}

export const codeOf = (secret: string, stepsAhead = 0) =>
  codeAt(secret, stepAt(clock.now()) + stepsAhead)
