/**
 * `npm run bench:upload`: four candidates upload pictures side by side, in turns to the portal, to a
 * bare server that does only what cannot be left out (upload/floor.ts), and to Payload, which the
 * script installs into tmp/. Prints a table, and a JSON line last.
 *
 * DB_CONNECTION=mysql measures on MariaDB, in a database of its own. `--rounds 5` · `--no-peer` ·
 * `--source` measures the sources instead of build/, which is made where it is missing or old ·
 * `--profile` leaves a profile of the portal in tmp/ · `--drift 10000` then sends so many pictures
 * to the portal alone and watches its memory.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { anywhere, CLIENTS, clientsOf, compete, warmUp, type Contestant } from './upload/contest.js'
import { watchMemory } from './upload/drift.js'
import { visit, type Sender } from './upload/load.js'
import { installPeer } from './upload/peer.js'
import { makePictures } from './upload/pictures.js'
import { report } from './upload/report.js'
import { ROOT, run, Server } from './upload/servers.js'

const lib = (name: string) => import(new URL(`../bin/lib/${name}.js`, import.meta.url).href)
const { createTestDatabase } = await lib('mariadb')
const { findFreePair } = await lib('ports')
const { SERVER_FLAGS } = await lib('server_flags')

const { values } = parseArgs({
  options: {
    'rounds': { type: 'string', default: '5' },
    'drift': { type: 'string', default: '0' },
    'source': { type: 'boolean', default: false },
    'built': { type: 'boolean', default: false },
    'profile': { type: 'boolean', default: false },
    'no-peer': { type: 'boolean', default: false },
  },
})
const onMariaDb = process.env.DB_CONNECTION === 'mysql'
const rounds = Number(values.rounds)
const drift = Number(values.drift)
const PICTURES = 24
/** Places that a candidate has at least, and pictures that a round of the portal takes at most. */
const PLACES = 60
const ROUND_AT_MOST = 800

/** The second visit's: what the first one loads into memory for all is not the page's. */
async function pageStatements(portal: Server, sender: Sender): Promise<string[]> {
  await visit(portal, sender)
  await portal.statements()
  await visit(portal, sender)
  return (await portal.statements()).flatMap(([sql, times]) => new Array<string>(times).fill(sql))
}

async function startAll(env: NodeJS.ProcessEnv, peerFolder: string | null) {
  const port = await findFreePair()
  const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(ROOT, 'tmp')}`] : []
  const script = values.source ? 'bin/server.ts' : 'build/bin/server.js'
  const portal = await Server.start(script, port, env, [...SERVER_FLAGS, ...profile])
  const floor = await Server.start('bench/upload/floor.ts', port + 1, env)
  if (!peerFolder) return { portal, floor, peer: null }
  const own = { ...env, PEER_FOLDER: peerFolder }
  const peer = await Server.start('bench/upload/payload_server.ts', await findFreePair(), own)
  return { portal, floor, peer }
}

async function measure(env: NodeJS.ProcessEnv, peerFolder: string | null) {
  await run('ace.js', ['migration:run', '--force', '--compact-output'], env)
  const places = (rounds + 1) * ROUND_AT_MOST + drift
  const candidates = CLIENTS * Math.ceil(places / PLACES / CLIENTS)
  const prepare = join(import.meta.dirname, 'upload/prepare.ts')
  const prepared = await run(prepare, [String(candidates)], env)
  const senders: Sender[] = JSON.parse(prepared.trim().split('\n').at(-1)!)
  const pictures = await makePictures(PICTURES)
  const { portal, floor, peer } = await startAll(env, peerFolder)
  try {
    const rssAfterStart = portal.rssMb()
    const page = await pageStatements(portal, senders[0])
    const clients = await clientsOf(portal, senders)
    const contestants: Contestant[] = [
      { name: 'portal', server: portal, clients },
      { name: 'floor', server: floor, clients: anywhere({ path: '/', headers: {} }) },
    ]
    if (peer) {
      const media = { path: '/api/media', headers: {}, part: 'file' }
      contestants.push({ name: 'payload', server: peer, clients: anywhere(media) })
    }
    await warmUp(contestants, pictures)
    await portal.statements()
    const results = await compete(contestants, pictures, rounds)
    const statements = await portal.statements()
    const memory = drift > 0 ? await watchMemory(portal, clients, pictures, drift) : null
    return { results, statements, page, rssAfterStart, memory }
  } finally {
    await Promise.all([portal.stop(), floor.stop(), peer?.stop()])
  }
}

if (!values.source && !values.built) {
  const { ensureBuilt } = await lib('build')
  await ensureBuilt(process.execPath, process.env)
}
const peerFolder = values['no-peer'] ? null : await installPeer()
const folder = mkdtempSync(join(tmpdir(), 'kaoqu-bench-'))
const database = onMariaDb ? await createTestDatabase() : undefined
if (onMariaDb && !database) throw new Error('No MariaDB lets us in')
try {
  const measured = await measure(
    {
      ...process.env,
      ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1' },
      ...{ DB_CONNECTION: 'sqlite', DATA_DIR: folder, ...database?.env },
    },
    peerFolder
  )
  const machine = `${availableParallelism()} cores, load ${loadavg().map((one) => one.toFixed(1))}`
  const what = `${onMariaDb ? 'MariaDB' : 'SQLite'}, ${values.source ? 'source' : 'built'}`
  report(measured, `${what}, ${CLIENTS} clients, ${rounds} rounds, ${machine}`)
} finally {
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
}
