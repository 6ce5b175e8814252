import type { ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { demoPeople } from '#database/demo/people'

const lib = (name: string) => import(new URL(`../../bin/lib/${name}.js`, import.meta.url).href)

const START_LIMIT_MS = 60_000
const END_LIMIT_MS = 10_000

/** Where the suite's pictures of pages go, for a person to look at. */
export const SCREENSHOTS = app.makePath('screenshots')

/**
 * The product as `npm start` runs it: the built server in demo mode, a process of its own on a fresh
 * data folder. It and the registration system are reached through lines that a test may cut.
 */
class Portal {
  #server?: ChildProcess
  #lines?: Record<'network' | 'registrationSystem', Line>
  #folder?: string
  url = ''
  sandboxUrl = ''

  async start() {
    const [{ asEnvironment }, { findFreePair }, { capture, launch, tail }] = await Promise.all([
      lib('demo'),
      lib('ports'),
      lib('processes'),
    ])
    rmSync(SCREENSHOTS, { recursive: true, force: true })
    mkdirSync(SCREENSHOTS, { recursive: true })
    this.#folder = mkdtempSync(join(tmpdir(), 'kaoqu-portal-'))
    const port: number = await findFreePair()
    const settings = { port, sandboxPort: port + 1, host: '127.0.0.1', dataDir: this.#folder }
    const network = await Line.to(port)
    const registrationSystem = await Line.to(port + 1, (request) => !isBrowser(request))
    this.#lines = { network, registrationSystem }
    this.url = `http://localhost:${network.port}`
    this.sandboxUrl = `http://localhost:${registrationSystem.port}`
    const people = join(this.#folder, 'people.json')
    writeFileSync(people, JSON.stringify(withNewcomers(demoPeople())))
    const env = {
      ...withoutTestKeys(),
      SANDBOX_PEOPLE: people,
      ...asEnvironment({ ...settings, url: this.url, sandboxUrl: this.sandboxUrl }),
    }

    const prepared = await capture(process.execPath, ['build/ace.js', 'demo:prepare'], { env })
    if (prepared.code !== 0) throw new Error(`demo:prepare failed:\n${tail(prepared.output)}`)
    const server: ChildProcess = launch(process.execPath, ['build/bin/server.js'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#server = server
    const log = createWriteStream(join(SCREENSHOTS, 'server.log'))
    let said = ''
    for (const stream of [server.stdout!, server.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log.write(text)
        said = (said + text).slice(-4000)
      })
    }
    const deadline = Date.now() + START_LIMIT_MS
    while (!(await isReady(this.url))) {
      if (server.exitCode !== null || Date.now() > deadline) {
        throw new Error(`The built server did not start (npm run build):\n${said}`)
      }
      await sleep(100)
    }
  }

  async stop() {
    const server = this.#server
    if (server && server.exitCode === null) {
      const { endGroup } = await lib('processes')
      const ended = new Promise((resolve) => server.once('exit', resolve))
      endGroup(server)
      await Promise.race([ended, sleep(END_LIMIT_MS).then(() => endGroup(server, 'SIGKILL'))])
    }
    for (const line of Object.values(this.#lines ?? {})) line.close()
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
  }

  /**
   * From now on nobody reaches the portal (`network`), or the portal does not reach the registration
   * system, although browsers do.
   */
  cut(line: 'network' | 'registrationSystem') {
    this.#lines![line].cut()
  }

  mend(line: 'network' | 'registrationSystem') {
    this.#lines![line].mend()
  }
}

/** One for the whole suite: people come and go, the portal runs. */
export const portal = new Portal()

/**
 * People registered in regions that the portal does not have: `nm390` and `nm1440`, which a journey sets
 * up. The demo's own people are in none of them.
 */
function withNewcomers({ candidates, ...others }: ReturnType<typeof demoPeople>) {
  const [like] = candidates
  const newcomers = [390, 1440].map((width) => ({
    ...like!,
    ...{ account: `new${width}`, subject: `newcomer-${width}`, name: `新来${width}` },
    idNo: `51010119900101${width === 390 ? '0018' : '0034'}`,
    registrations: like!.registrations.map((one) => ({
      ...one,
      ...{ region: `NM${width}`, pointId: '1501', externalNumber: `2027${width}0001` },
    })),
  }))
  // And one in Sichuan, of whom nothing is known yet.
  const photographer = {
    ...like!,
    ...{
      account: 'photo390',
      subject: 'photographer-390',
      name: '拍照三九',
      idNo: '510101199001010052',
    },
    registrations: like!.registrations.map((one) => ({ ...one, externalNumber: '20275101990390' })),
  }
  return { ...others, candidates: [...candidates, ...newcomers, photographer] }
}

/** The test process has keys and a database of its own; the portal makes its own in its folder. */
function withoutTestKeys() {
  const ours = /^(DB_|APP_KEY$|FIELD_KEY$|INDEX_KEY$|REGISTRATION_|SESSION_|DRIVE_|TEST_TOTALS$)/
  return Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => ours.test(name))
      .map((name) => [name, undefined])
  )
}

async function isReady(url: string) {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** Whoever says so of himself is a browser; the portal's own requests do not. */
const isBrowser = (request: Buffer) => request.includes('Mozilla/')

/** A relay to a port of this machine that can be cut, for all who use it or for some. */
class Line {
  #open = new Set<Socket>()
  #isCut = false

  private constructor(
    private server: Server,
    readonly port: number
  ) {}

  /** @param concerns says by the first bytes of a connection whether a cut would end it */
  static async to(target: number, concerns: (request: Buffer) => boolean = () => true) {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const line = new Line(server, (server.address() as AddressInfo).port)
    server.on('connection', (near) => {
      near.on('error', () => near.destroy())
      near.once('data', (request) => line.#relay(near, request, target, concerns(request)))
    })
    return line
  }

  #relay(near: Socket, request: Buffer, target: number, mayBeCut: boolean) {
    if (mayBeCut) {
      if (this.#isCut) return near.destroy()
      this.#open.add(near)
    }
    const far = connect(target, '127.0.0.1')
    far.on('error', () => near.destroy())
    near.on('close', () => (this.#open.delete(near), far.destroy()))
    far.on('close', () => near.destroy())
    far.write(request)
    near.pipe(far).pipe(near)
  }

  cut() {
    this.#isCut = true
    for (const socket of this.#open) socket.destroy()
  }

  mend() {
    this.#isCut = false
  }

  close() {
    this.server.close()
  }
}
