/**
 * `npm run bench:queue`: a million dossiers with fifteen items each in 32 regions on MariaDB, in a
 * database of its own; then the queue's pages, claims and the opening of a dossier, as
 * bench/queue/measure.ts says. Prints a table, and a JSON line last.
 *
 * `--scale 0.02` makes fewer · `--regions 32` · `--claims 100000` at full scale · `--keep` leaves the
 * database · `--buffer-pool 2048` (MB) while it runs: a database of this size is given memory.
 */
import { parseArgs } from 'node:util'
import { createConnection } from 'mysql2/promise'
import { run } from './queue/child.js'
import { fill } from './queue/fill.js'

const lib = (name: string) => import(new URL(`../bin/lib/${name}.js`, import.meta.url).href)
const { createTestDatabase } = await lib('mariadb')

const { values } = parseArgs({
  options: {
    'scale': { type: 'string', default: '1' },
    'regions': { type: 'string', default: '32' },
    'claims': { type: 'string', default: '100000' },
    'buffer-pool': { type: 'string', default: '2048' },
    'keep': { type: 'boolean', default: false },
  },
})
const scale = Number(values.scale)

const database = await createTestDatabase(process.env, 'kaoqu_bench_queue')
if (!database) throw new Error('No MariaDB lets us in')
const { DB_DATABASE, DB_USER, DB_PASSWORD, DB_SOCKET, DB_HOST, DB_PORT } = database.env
const connection = await createConnection({
  ...{ user: DB_USER, password: DB_PASSWORD, database: DB_DATABASE },
  ...(DB_SOCKET ? { socketPath: DB_SOCKET } : { host: DB_HOST, port: Number(DB_PORT) }),
})

/** Gives the server's memory back as it was. */
async function withBufferPool(megabytes: number, work: () => Promise<void>) {
  const [[{ bytes_before: before }]]: any = await connection.query(
    'select @@innodb_buffer_pool_size as bytes_before'
  )
  const set = (bytes: number) => connection.query('set global innodb_buffer_pool_size = ?', [bytes])
  if (megabytes * 1_048_576 > before) await set(megabytes * 1_048_576)
  try {
    await work()
  } finally {
    await set(before)
  }
}

const env = {
  ...process.env,
  ...database.env,
  ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', DB_POOL: '40', DATA_DIR: '/tmp' },
}
try {
  await run('ace.js', ['migration:run', '--force', '--compact-output'], env)
  await run('bench/queue/prepare.ts', [values.regions], env)
  await withBufferPool(Math.ceil(Number(values['buffer-pool']) * Math.min(1, scale)), async () => {
    const filled = await fill(connection, { dossiers: 1_000_000 * scale })
    // What is claimed while other things are measured is left for them.
    const claims = Math.max(1_000, Number(values.claims) * scale - 1_000 * (1 - scale))
    await run('bench/queue/measure.ts', [JSON.stringify({ ...filled, scale, claims })], env)
  })
} finally {
  await connection.end()
  if (values.keep) console.error(`kept: ${DB_DATABASE}`)
  else await database.drop()
}
