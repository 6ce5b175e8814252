import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { errors } from 'oidc-provider'
import { Api } from './api.js'
import { ICON, SCRIPT, STYLE } from './assets.js'
import { Authorisations } from './authorisations.js'
import { cookie, HttpRefusal, sendJson } from './http.js'
import { Interactions } from './interactions.js'
import { loadKeys } from './keys.js'
import { DEFAULT_CLIENT_SECRET, DEFAULT_SERVICE_TOKEN, type SandboxOptions } from './options.js'
import { layout, type Page } from './pages/layout.js'
import { errorLayout, homePage } from './pages/plain.js'
import { People } from './people.js'
import { createProvider } from './provider.js'
import { textsFor, type ErrorKind } from './texts.js'

export type { SandboxOptions } from './options.js'

export interface Sandbox {
  /** The issuer. */
  url: string
  close(): Promise<void>
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const ASSETS: Record<string, readonly [type: string, text: string]> = {
  '/assets/sandbox.css': ['text/css; charset=utf-8', STYLE],
  '/assets/sandbox.js': ['text/javascript; charset=utf-8', SCRIPT],
  '/assets/icon.svg': ['image/svg+xml', ICON],
}

/**
 * Starts the sandbox registration system: OIDC provider, its login and authorisation pages, and the
 * API that the portal reads registrations from. Rejects when the port is taken or `dataDir` cannot be written.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = join(options.dataDir, 'sandbox')
  const [people, keys, authorisations] = await Promise.all([
    People.open(options.peopleFile),
    loadKeys(folder),
    Authorisations.open(folder),
  ])
  const log = options.log ?? (() => {})
  const portals = [options.portalUrl].flat().map((portal) => portal.replace(/\/+$/, ''))

  // The issuer holds the port, which is known only once it is bound: requests wait for the listener.
  const { promise: ready, resolve: setListener } = Promise.withResolvers<Listener>()
  const server = createServer(async (request, response) => (await ready)(request, response))
  const host = options.host ?? '127.0.0.1'
  await listen(server, options.port, host)

  const url = options.publicUrl?.replace(/\/+$/, '') ?? addressOf(server, host)
  const contentSecurityPolicy = policyFor(portals)
  const provider = createProvider({
    issuer: url,
    portals,
    clientSecret: options.clientSecret ?? DEFAULT_CLIENT_SECRET,
    keys,
    people,
    authorisations,
    contentSecurityPolicy,
    log,
  })
  const api = new Api({
    provider,
    people,
    serviceToken: options.serviceToken ?? DEFAULT_SERVICE_TOKEN,
  })
  const interactions = new Interactions({ provider, people, authorisations, sendPage })
  const protocol = provider.callback()

  function sendPage(response: ServerResponse, status: number, page: Page) {
    sendHtml(response, status, layout(page))
  }

  function sendError(response: ServerResponse, status: number, kind: ErrorKind, detail: string) {
    sendHtml(response, status, errorLayout(kind, detail, portals[0]))
  }

  function sendHtml(response: ServerResponse, status: number, text: string) {
    response.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    })
    response.end(text)
  }

  function fail(response: ServerResponse, error: unknown) {
    if (response.headersSent) return response.destroy()
    if (error instanceof errors.SessionNotFound) {
      return sendError(response, 400, 'session_expired', 'session_not_found')
    }
    if (error instanceof HttpRefusal) {
      const kind = error.status === 404 ? 'not_found' : 'bad_request'
      return sendError(response, error.status, kind, error.code)
    }
    log(`sandbox: ${error instanceof Error ? error.stack : error}`)
    sendError(response, 500, 'server_error', 'server_error')
  }

  async function route(request: IncomingMessage, response: ServerResponse) {
    const target = new URL(url + request.url)
    keepLanguage(response, target)

    const asset = ASSETS[target.pathname]
    if (asset) {
      response.writeHead(200, {
        'Content-Type': asset[0],
        'Cache-Control': 'no-cache',
        'X-Content-Type-Options': 'nosniff',
      })
      response.end(asset[1])
    } else if (target.pathname === '/health') {
      sendJson(response, 200, { status: 'ok', issuer: url, people: people.all.length })
    } else if (target.pathname === '/') {
      const t = textsFor(target.searchParams.get('lang'), cookie(request, 'sandbox_lang'))
      const body = homePage(t, portals[0])
      sendPage(response, 200, {
        t,
        title: t.homeTitle,
        body,
        otherLanguage: `/?lang=${t.otherLang}`,
      })
    } else if (target.pathname.startsWith('/api/')) {
      await api.handle(request, response, target)
    } else if (target.pathname.startsWith('/interaction/')) {
      await interactions.handle(request, response, target)
    } else {
      await protocol(request, response)
    }
  }

  setListener((request, response) => {
    route(request, response).catch((error) => fail(response, error))
  })
  log(`sandbox: listening on ${url}`)

  return { url, close: () => close(server) }
}

/** A language that was chosen on one page holds for the next ones. */
function keepLanguage(response: ServerResponse, url: URL) {
  const lang = url.searchParams.get('lang')
  if (lang === 'en' || lang === 'zh-CN') {
    response.setHeader('Set-Cookie', `sandbox_lang=${lang}; Path=/; HttpOnly; SameSite=Lax`)
  }
}

/** The portals are named because browsers hold a form's redirects to `form-action` too. */
function policyFor(portals: readonly string[]) {
  const origins = portals.map((portal) => new URL(portal).origin)
  return [
    `default-src 'none'`,
    `style-src 'self'`,
    `script-src 'self'`,
    `img-src 'self'`,
    `form-action 'self' ${origins.join(' ')}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

function listen(server: Server, port: number, host: string) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function addressOf(server: Server, host: string) {
  const { port } = server.address() as AddressInfo
  const anywhere = host === '0.0.0.0' || host === '::'
  return `http://${anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

function close(server: Server) {
  return new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
