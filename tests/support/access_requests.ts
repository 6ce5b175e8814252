import router from '@adonisjs/core/services/router'
import type { ApiClient, ApiRequest, ApiResponse } from '@japa/api-client'
import { by, type Cells, type Person } from './access_actors.js'
import type { AccessWorld, Ids, Place, Situation } from './access_world.js'

/** One line of the permission matrix: a route, how the dossier stands, and what each actor gets. */
export interface Row {
  /** Method and pattern as in `node ace list:routes`. */
  route: `${string} /${string}`
  /** By default `draft`. */
  on?: Situation
  /** Parts of the address that are no ids. */
  params?: Record<string, string>
  /** Ids that are not the situation's own, and secrets. */
  ids?: (place: Place, world: AccessWorld) => Record<string, string>
  /** What is sent, good enough to be accepted from whoever may. */
  body?: (place: Place, world: AccessWorld) => object
  /** Sends this picture instead. */
  picture?: () => Promise<Buffer>
  cells: Cells
}

export interface Route {
  /** Method and pattern; HEAD belongs to its GET. */
  route: Row['route']
  name: string
}

/** All routes that the application answers. */
export function allRoutes(): Route[] {
  return Object.values(router.toJSON())
    .flat()
    .flatMap(({ methods, pattern, name }) =>
      methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({
          route: `${method} ${pattern}` as Row['route'],
          name: name ?? '',
        }))
    )
}

/** What a pattern leaves open below the region. */
export function wordsOf(route: string): string[] {
  return [...route.matchAll(/:(\w+)/g)].map(([, word]) => word).filter((word) => word !== 'region')
}

/** The address that a row asks for. */
export function addressOf({ route, params }: Row, ids: Ids): string {
  const values: Record<string, string> = { ...ids, ...params }
  return route.replace(/^\w+ /, '').replace(/:(\w+)/g, (_, word: string) => {
    const value = values[word]
    if (value === undefined) {
      throw new Error(
        `${route}: nothing is known of :${word}. Give the row \`params\`, or add the id to Ids and placeOf in tests/support/access_world.ts.`
      )
    }
    return encodeURIComponent(value)
  })
}

export interface Sending {
  method: string
  address: string
  person: Person
  body?: object
  picture?: Buffer
  headers?: Record<string, string>
}

/** As a program asks: each decision has its own status. */
export async function asProgram(client: ApiClient, sending: Sending): Promise<ApiResponse> {
  return request(client, sending).accept('json')
}

/** As a browser asks: GET for a whole page, everything else as the page's own visit. */
export async function asPage(client: ApiClient, sending: Sending): Promise<ApiResponse> {
  const asked = request(client, sending).header('accept', 'text/html, application/xhtml+xml')
  return sending.method === 'GET' ? asked : asked.header('x-inertia', 'true')
}

function request(client: ApiClient, { method, address, person, ...sent }: Sending): ApiRequest {
  const asked = by(client.request(address, method), person).redirects(0).withCsrfToken()
  for (const [name, value] of Object.entries(sent.headers ?? {})) asked.header(name, value)
  if (sent.picture) return asked.file('image', sent.picture, { filename: 'photo.jpg' })
  return sent.body ? asked.json(sent.body) : asked
}

/** The answer's body without what differs from request to request. */
function bodyOf(response: ApiResponse): unknown {
  const body = response.body()
  if (!Array.isArray(body?.errors)) return response.text()
  return body.errors.map(({ requestId, ...error }: Record<string, unknown>) => error)
}

export interface Answered {
  status: number
  message: string | undefined
  body: unknown
  /** What the next page would show as an error. */
  flashed: unknown
}

export function answerOf(response: ApiResponse): Answered {
  return {
    status: response.status(),
    message: response.body()?.errors?.[0]?.message,
    body: bodyOf(response),
    flashed: response.flashMessages().error,
  }
}

/** Whether a visitor was led to where he can sign in. */
function leadsToSignIn(response: ApiResponse): boolean {
  return (
    response.status() === 302 &&
    /^\/(?:staff\/login|[a-z0-9-]+\/sign-in)(?:\?|$)/.test(response.header('location') ?? '')
  )
}

/**
 * What is wrong with a page's answer where a program got `json`: both must be the same decision.
 * A page's refused write leads back with the refusal's sentence.
 */
export function differenceOf(method: string, json: Answered, page: ApiResponse): string | null {
  const status = page.status()
  if (json.status === 401 && method === 'GET') {
    return leadsToSignIn(page) || status === 401 ? null : `a page visit got ${status}`
  }
  if (json.status < 400) {
    const error = page.flashMessages().error
    if (error !== json.flashed) return `a page visit was refused: ${error}`
    return status < 400 ? null : `a page visit got ${status}`
  }
  if (status === json.status) return null
  const back = method !== 'GET' && (status === 302 || status === 303)
  const { error, inputErrorsBag } = page.flashMessages()
  if (back && (error === json.message || (json.status === 422 && inputErrorsBag))) return null
  return `a page visit got ${status}${error ? ` (${error})` : ''}`
}
