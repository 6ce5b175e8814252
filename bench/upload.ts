/**
 * `npm run bench:upload`: four candidates upload pictures side by side, in turns to the portal and to
 * a bare server that does only what cannot be left out (upload/floor.ts). Prints a table, and a JSON
 * line last. DB_CONNECTION=mysql measures on MariaDB, in a database of its own; `--built` measures
 * build/, which `npm run build` has made; `--profile` leaves a profile of the portal in tmp/.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Figures, load, visit, type Place, type Sender } from './upload/load.js'
import { makePictures } from './upload/pictures.js'
import { ROOT, run, Server } from './upload/servers.js'

const lib = (name: string) => import(new URL(`../bin/lib/${name}.js`, import.meta.url).href)
const { createTestDatabase } = await lib('mariadb')
const { findFreePair } = await lib('ports')

const CLIENTS = 4
const CANDIDATES_PER_CLIENT = 40
const PICTURES = 24
const TURNS = 4
const TURN_MS = 4_000
const WARM_UP_MS = 2_000

type Measured = Awaited<ReturnType<typeof compare>>

/** Statements that say who is asking, on every page. */
const BESIDE = /[`"](sessions|candidates)[`"]/

const onMariaDb = process.env.DB_CONNECTION === 'mysql'
const built = process.argv.includes('--built')
const profiled = process.argv.includes('--profile')

async function measure(env: NodeJS.ProcessEnv) {
  await run('ace.js', ['migration:run', '--force', '--compact-output'], env)
  const prepared = await run(
    join(import.meta.dirname, 'upload/prepare.ts'),
    [String(CLIENTS * CANDIDATES_PER_CLIENT)],
    env
  )
  const senders: Sender[] = JSON.parse(prepared.trim().split('\n').at(-1)!)
  const pictures = await makePictures(PICTURES)
  const port = await findFreePair()
  const flags = profiled ? ['--cpu-prof', `--cpu-prof-dir=${join(ROOT, 'tmp')}`] : []
  const portal = await Server.start(
    built ? 'build/bin/server.js' : 'bin/server.ts',
    port,
    env,
    flags
  )
  const floor = await Server.start('bench/upload/floor.ts', port + 1, env)
  try {
    return await compare(portal, floor, senders, pictures)
  } finally {
    await Promise.all([portal.stop(), floor.stop()])
  }
}

async function compare(portal: Server, floor: Server, senders: Sender[], pictures: Buffer[]) {
  const rssAfterStart = portal.rssMb()
  const page = await pageStatements(portal, senders[0])
  const clients = await Promise.all(groups(senders).map((group) => clientOf(portal, group)))
  const bare = clients.map(() => new Array<Place>(10_000).fill({ path: '/', headers: {} }))
  await load(portal, clients, pictures, WARM_UP_MS, new Figures())
  await load(floor, bare, pictures, WARM_UP_MS, new Figures())

  const [ours, theirs] = [new Figures(), new Figures()]
  await portal.statements()
  for (let turn = 0; turn < TURNS; turn++) {
    await load(portal, clients, pictures, TURN_MS, ours)
    await load(floor, bare, pictures, TURN_MS, theirs)
  }
  const statements = await portal.statements()
  return { ours, theirs, statements, page, rssAfterStart, rss: portal.rssMb() }
}

/** The second visit's: what the first one loads into memory for all is not the page's. */
async function pageStatements(portal: Server, sender: Sender): Promise<string[]> {
  await visit(portal, sender)
  await portal.statements()
  await visit(portal, sender)
  return portal.statements()
}

const groups = (senders: Sender[]): Sender[][] =>
  Array.from({ length: CLIENTS }, (_, i) => senders.filter((_sender, n) => n % CLIENTS === i))

/** One client is several candidates at the same time: one dossier has too few places. */
async function clientOf(portal: Server, group: Sender[]): Promise<Place[]> {
  const places: Place[] = []
  for (const sender of group) {
    const headers = await visit(portal, sender)
    places.push(...sender.paths.map((path) => ({ path, headers })))
  }
  return places
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits))

function print({ ours, theirs, statements, page, rssAfterStart, rss }: Measured) {
  const row = (figures: Figures) => ({
    'uploads/s': round(figures.uploadsPerSecond),
    'p50 ms': round(figures.percentile(50)),
    'p99 ms': round(figures.percentile(99)),
    'CPU ms/upload': round(figures.cpuMsPerUpload),
    'uploads': figures.times.length,
  })
  console.table({ portal: row(ours), floor: row(theirs) })
  const beside = page.filter((sql) => !BESIDE.test(sql))
  const ratio = ours.uploadsPerSecond / theirs.uploadsPerSecond
  const cpuRatio = ours.cpuMsPerUpload / theirs.cpuMsPerUpload
  console.log(
    [
      `${onMariaDb ? 'MariaDB' : 'SQLite'}, ${built ? 'built' : 'source'}, ${CLIENTS} clients, ` +
        `${availableParallelism()} cores, load ${loadavg().map((one) => one.toFixed(1))}`,
      `portal : floor = ${ratio.toFixed(2)} in uploads/s, ${cpuRatio.toFixed(2)} in CPU`,
      `dossier page: ${beside.length} statements and ${page.length - beside.length} for who asks`,
    ].join('\n')
  )
  console.log(
    JSON.stringify({
      uploadsPerSecond: round(ours.uploadsPerSecond),
      p50Ms: round(ours.percentile(50)),
      p99Ms: round(ours.percentile(99)),
      cpuMsPerUpload: round(ours.cpuMsPerUpload),
      rssMb: round(rss),
      statementsPerUpload: round(statements.length / ours.times.length),
      queriesPerDossierPage: beside.length,
      rssAfterStartMb: round(rssAfterStart),
      floorUploadsPerSecond: round(theirs.uploadsPerSecond),
      floorCpuMsPerUpload: round(theirs.cpuMsPerUpload),
      ratioToFloor: round(ratio, 2),
    })
  )
}

const folder = mkdtempSync(join(tmpdir(), 'kaoqu-bench-'))
const database = onMariaDb ? await createTestDatabase() : undefined
if (onMariaDb && !database) throw new Error('No MariaDB lets us in')
try {
  print(
    await measure({
      ...process.env,
      ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1' },
      ...{ DB_CONNECTION: 'sqlite', DATA_DIR: folder, ...database?.env },
    })
  )
} finally {
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
}
