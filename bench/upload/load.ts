import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { unlike } from './pictures.js'
import type { Server } from './servers.js'

/** A signed-in candidate, and where he may still put pictures. */
export interface Sender {
  page: string
  cookie: string
  paths: string[]
}

interface Answer {
  status: number
  body: string
  setCookie: string[]
}

const BOUNDARY = 'kaoqu-bench-7d1f'
const headOf = (part: string) =>
  Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${part}"; filename="${randomUUID()}.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  )
const TAIL = Buffer.from(`\r\n--${BOUNDARY}--\r\n`)

const agent = new Agent({ keepAlive: true })

function send(
  port: number,
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  body?: Buffer
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers, agent },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode!,
            body: Buffer.concat(chunks).toString(),
            setCookie: incoming.headers['set-cookie'] ?? [],
          })
        )
      }
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Looks at his dossier, as a browser does before it sends anything: that gives the token. */
export async function visit(server: Server, sender: Sender): Promise<Record<string, string>> {
  const headers = { cookie: sender.cookie, accept: 'text/html' }
  const { status, setCookie, body } = await send(server.port, 'GET', sender.page, headers)
  if (status !== 200) throw new Error(`${sender.page} answers ${status}: ${body.slice(0, 500)}`)
  const pairs = setCookie.map((line) => line.split(';')[0])
  const token = pairs.find((pair) => pair.startsWith('XSRF-TOKEN='))!.slice('XSRF-TOKEN='.length)
  return {
    'cookie': `${sender.cookie}; XSRF-TOKEN=${token}`,
    'x-xsrf-token': decodeURIComponent(token),
    'accept': 'application/json',
    'x-requested-with': 'XMLHttpRequest',
  }
}

/** One picture in bytes of its own; gives how long it took, ms. */
async function upload(server: Server, place: Place, picture: Buffer): Promise<number> {
  const { path, headers, part = 'image' } = place
  const body = Buffer.concat([headOf(part), unlike(picture), TAIL])
  const started = performance.now()
  const { status, body: said } = await send(
    server.port,
    'POST',
    path,
    {
      ...headers,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': String(body.length),
      'idempotency-key': randomUUID(),
    },
    body
  )
  if (status !== 201) throw new Error(`${path} answers ${status}: ${said.slice(0, 500)}`)
  return performance.now() - started
}

/** Where one picture can still go, and as whom. */
export interface Place {
  path: string
  headers: Record<string, string>
  /** The form's part that holds the picture. */
  part?: string
}

/** What a stretch of load took; several stretches of one server add up. */
export class Figures {
  times: number[] = []
  ms = 0
  cpuMs = 0

  add({ times, ms, cpuMs }: Figures) {
    this.times.push(...times)
    this.ms += ms
    this.cpuMs += cpuMs
  }

  get uploadsPerSecond() {
    return (this.times.length / this.ms) * 1000
  }

  get cpuMsPerUpload() {
    return this.cpuMs / this.times.length
  }

  percentile(p: number) {
    const sorted = this.times.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))]
  }
}

/** All clients upload side by side for `ms`, or until there are `count`, each one picture after the other. */
export async function load(
  server: Server,
  clients: Place[][],
  pictures: Buffer[],
  ms: number,
  into: Figures,
  count = Infinity
) {
  const cpuBefore = server.cpuMs()
  const started = performance.now()
  const until = started + ms
  let begun = 0
  await Promise.all(
    clients.map(async (places, i) => {
      for (let n = i; performance.now() < until && begun < count; n += clients.length) {
        begun++
        const place = places.pop()
        if (!place) throw new Error('The candidates have no place left: prepare more of them')
        into.times.push(await upload(server, place, pictures[n % pictures.length]))
      }
    })
  )
  into.ms += performance.now() - started
  into.cpuMs += server.cpuMs() - cpuBefore
}
