import app from '@adonisjs/core/services/app'
import { CookieClient } from '@adonisjs/core/http'
import { configProvider } from '@adonisjs/core'
import { connect, type Socket } from 'node:net'
import { SessionClient } from '@adonisjs/session/client'
import type Candidate from '#app/identity/models/candidate'
import type Staff from '#app/identity/models/staff'
import env from '#start/env'

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The body, where it is JSON. */
  json: any
}

export type Body = NonNullable<RequestInit['body']>

export interface Sending {
  json?: unknown
  body?: Body
  headers?: Record<string, string>
  /** As the page's router asks: an Inertia visit. */
  visit?: boolean
}

export interface Upload {
  place?: string
  /** Idempotency key. */
  key?: string
  /** What the file is called and said to be: neither counts. */
  name?: string
  type?: string
  /** Name of the form's part. */
  part?: string
  headers?: Record<string, string>
}

/**
 * A browser's tab with a real session and the token that the server gave it, which speaks plain
 * HTTP: for bodies that the API client cannot send. Two tabs of one person are two of these.
 */
export class Tab {
  private constructor(
    readonly cookies: string,
    readonly token: string
  ) {}

  static candidate(candidate: Candidate) {
    return Tab.#open('candidate', candidate)
  }

  static staff(staff: Staff) {
    return Tab.#open('staff', staff)
  }

  /** A guest has a session too, and a token. */
  static guest() {
    return Tab.#open(null, null)
  }

  static async #open(guard: 'candidate' | 'staff' | null, person: any): Promise<Tab> {
    const config: any = await configProvider.resolve(app, app.config.get('session'))
    const session = new SessionClient(config.stores.memory())
    if (guard) {
      const manager = await app.container.make('auth.manager')
      const { session: values } = await manager
        .createAuthenticatorClient()
        .use(guard)
        .authenticateAsClient(person)
      session.merge(values!)
    }
    await session.commit()
    const cookies = new CookieClient((await app.container.make('encryption')).use())
    const own = `${config.cookieName}=${cookies.sign(config.cookieName, session.sessionId)}`
    const first = await fetch(address('/staff/login'), {
      headers: { cookie: own, accept: 'text/html' },
      redirect: 'manual',
    })
    const given = first.headers.getSetCookie().map((line) => line.split(';')[0])
    const token = given.find((pair) => pair.startsWith('XSRF-TOKEN='))!.slice('XSRF-TOKEN='.length)
    const session2 = given.find((pair) => pair.startsWith(`${config.cookieName}=`)) ?? own
    return new Tab(`${session2}; XSRF-TOKEN=${token}`, decodeURIComponent(token))
  }

  /** What the page's own requests carry. */
  get headers(): Record<string, string> {
    return {
      'accept': 'application/json',
      'cookie': this.cookies,
      'x-requested-with': 'XMLHttpRequest',
      'x-xsrf-token': this.token,
    }
  }

  get(path: string, sending: Sending = {}) {
    return this.#send('GET', path, sending)
  }

  post(path: string, sending: Sending = {}) {
    return this.#send('POST', path, sending)
  }

  put(path: string, json: unknown, sending: Sending = {}) {
    return this.#send('PUT', path, { json, ...sending })
  }

  delete(path: string, sending: Sending = {}) {
    return this.#send('DELETE', path, sending)
  }

  /** One picture, as the upload tile sends it. */
  upload(path: string, bytes: Uint8Array, upload: Upload = {}) {
    const { place, key, name = 'photo.jpg', type = 'image/jpeg', part = 'image' } = upload
    const form = new FormData()
    form.append(part, new File([new Uint8Array(bytes)], name, { type }))
    const query = place === undefined ? '' : `?place=${encodeURIComponent(place)}`
    return this.post(`${path}${query}`, {
      body: form,
      headers: { ...(key && { 'idempotency-key': key }), ...upload.headers },
    })
  }

  async #send(method: string, path: string, { json, body, headers, visit }: Sending) {
    const response = await fetch(address(path), {
      method,
      redirect: 'manual',
      headers: {
        ...this.headers,
        ...(visit && { 'accept': 'text/html, application/xhtml+xml', 'x-inertia': 'true' }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: json === undefined ? body : JSON.stringify(json),
    })
    return answer(response)
  }
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : null,
  }
}

export function address(path: string): string {
  return `http://127.0.0.1:${env.get('PORT')}${path}`
}

const BOUNDARY = 'kaoqu-boundary'
const CRLF = '\r\n'

export interface Conversation {
  socket: Socket
  /** Sends bytes and waits until they have left; false once the other side has closed. */
  write: (bytes: string | Uint8Array) => Promise<boolean>
  /** Everything that came back, once the other side closed. */
  end: Promise<string>
  isClosed: () => boolean
}

/** A request written byte by byte: for clients that lie, stall or leave. */
export function converse(
  tab: Tab,
  method: string,
  path: string,
  headers: Record<string, string>
): Conversation {
  const socket = connect(env.get('PORT'), '127.0.0.1')
  let received = ''
  let closed = false
  socket.on('data', (bytes) => (received += bytes.toString('latin1')))
  socket.on('error', () => {})
  const end = new Promise<string>((resolve) =>
    socket.once('close', () => {
      closed = true
      resolve(received)
    })
  )
  const lines = { host: '127.0.0.1', ...tab.headers, ...headers }
  socket.write(
    [
      `${method} ${path} HTTP/1.1`,
      ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`),
      CRLF,
    ].join(CRLF)
  )
  return {
    socket,
    end,
    isClosed: () => closed,
    write: (bytes) =>
      closed || !socket.writable
        ? Promise.resolve(false)
        : new Promise((resolve) => {
            const gone = () => resolve(false)
            socket.once('close', gone)
            socket.write(bytes, (error) => {
              socket.off('close', gone)
              resolve(!error)
            })
          }),
  }
}

export const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

/** A multipart body around a file's bytes, in its three pieces. */
export function multipartAround(part = 'image', fileName = 'photo.jpg') {
  const head = Buffer.from(
    [
      `--${BOUNDARY}`,
      `content-disposition: form-data; name="${part}"; filename="${fileName}"`,
      'content-type: image/jpeg',
      '',
      '',
    ].join(CRLF)
  )
  const tail = Buffer.from(`${CRLF}--${BOUNDARY}--${CRLF}`)
  return { head, tail }
}

/** One piece of a chunked body. */
export function chunk(bytes: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}${CRLF}`),
    bytes,
    Buffer.from(CRLF),
  ])
}

/** Status of a raw answer, 0 where none came. */
export function statusOf(raw: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(raw)?.[1] ?? 0)
}
