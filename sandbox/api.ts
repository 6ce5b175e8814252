import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import { sendJson } from './http.js'
import type { People, Person } from './people.js'

export interface ApiParts {
  provider: Provider
  people: People
  serviceToken: string
}

/**
 * What the portal's server asks, JSON only:
 * `GET /api/me` with the access token of a sign-in (scope `registrations`), and
 * `GET /api/registrations?subject=…` with the service token. Both answer a person.
 * Errors are `{ error: { code, message } }`.
 */
export class Api {
  constructor(private parts: ApiParts) {}

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'GET') {
      return refuse(response, 405, 'method_not_allowed', 'Use GET.', { Allow: 'GET' })
    }
    if (url.pathname === '/api/me') return this.#me(request, response)
    if (url.pathname === '/api/registrations') {
      return this.#registrations(request, response, url.searchParams.get('subject'))
    }
    refuse(response, 404, 'not_found', 'No such resource.')
  }

  async #me(request: IncomingMessage, response: ServerResponse) {
    const value = bearer(request)
    const token = value ? await this.parts.provider.AccessToken.find(value) : undefined
    const person = token && this.parts.people.bySubject(token.accountId)
    if (!token || !person) return refuseToken(response)
    if (!token.scopes.has('registrations')) {
      return refuse(response, 403, 'insufficient_scope', 'The token lacks scope registrations.')
    }
    sendJson(response, 200, toJson(person))
  }

  async #registrations(request: IncomingMessage, response: ServerResponse, subject: string | null) {
    if (!sameSecret(bearer(request) ?? '', this.parts.serviceToken)) return refuseToken(response)
    if (!subject) return refuse(response, 400, 'missing_subject', 'Give a subject.')
    const person = this.parts.people.bySubject(subject)
    if (!person) return refuse(response, 404, 'unknown_subject', 'There is no such person.')
    sendJson(response, 200, toJson(person))
  }
}

/** A person as the portal sees him: nothing of the sandbox itself, and no approvals, which are the portal's. */
function toJson({ subject, name, idNo, phone, registrations }: Person) {
  return {
    subject,
    name,
    idNo,
    phone,
    registrations: registrations.map(({ approvedLastSeason: _, ...registration }) => registration),
  }
}

function bearer(request: IncomingMessage) {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

function sameSecret(given: string, expected: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function refuseToken(response: ServerResponse) {
  refuse(response, 401, 'invalid_token', 'The token is missing, wrong or expired.', {
    'WWW-Authenticate': 'Bearer error="invalid_token"',
  })
}

function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>
) {
  sendJson(response, status, { error: { code, message } }, headers)
}
