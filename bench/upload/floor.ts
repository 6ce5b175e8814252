/**
 * The least that an upload can cost on this machine: Node's http, the parser that our framework
 * uses, a hash, one fused decode and thumbnail, two durable files and one small transaction.
 * No session, no rules, no audit. What the portal needs beyond this is its own doing.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createPool } from 'mysql2/promise'
import sharp from 'sharp'

/** The framework's own, as it comes with it. */
const multiparty = createRequire(import.meta.resolve('@adonisjs/core'))('@poppinss/multiparty')

const { env } = process
const FOLDER = join(env.DATA_DIR!, 'floor')
const COLUMNS = 'id VARCHAR(36) PRIMARY KEY, sha256 VARCHAR(64) NOT NULL, bytes INTEGER NOT NULL'

sharp.cache(false)
sharp.concurrency(1)
mkdirSync(FOLDER, { recursive: true })
const keep = env.DB_CONNECTION === 'mysql' ? await keepInMariaDb() : keepInSqlite()

type Keep = (id: string, sha256: string, bytes: number) => Promise<void> | void

function keepInSqlite(): Keep {
  const db = new Database(join(FOLDER, 'floor.sqlite3'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE TABLE IF NOT EXISTS floor_images (${COLUMNS})`)
  const insert = db.prepare('INSERT INTO floor_images VALUES (?, ?, ?)')
  return db.transaction((id: string, sha256: string, bytes: number) => {
    insert.run(id, sha256, bytes)
  })
}

async function keepInMariaDb(): Promise<Keep> {
  const { DB_SOCKET: socketPath, DB_HOST: host, DB_PORT, DB_USER: user, DB_PASSWORD } = env
  const pool = createPool({
    ...(socketPath ? { socketPath } : { host, port: Number(DB_PORT || 3306) }),
    ...{ user: user || 'root', password: DB_PASSWORD || '', database: env.DB_DATABASE },
  })
  await pool.query(`CREATE TABLE IF NOT EXISTS floor_images (${COLUMNS})`)
  return async (...row) => {
    const connection = await pool.getConnection()
    try {
      await connection.beginTransaction()
      await connection.query('INSERT INTO floor_images VALUES (?, ?, ?)', row)
      await connection.commit()
    } finally {
      connection.release()
    }
  }
}

function receive(request: IncomingMessage): Promise<{ bytes: Buffer; sha256: string }> {
  return new Promise((resolve, reject) => {
    const form = new multiparty.Form()
    form.on('error', reject)
    form.on('part', (part: NodeJS.ReadableStream) => {
      const chunks: Buffer[] = []
      const hash = createHash('sha256')
      part.on('data', (chunk: Buffer) => {
        hash.update(chunk)
        chunks.push(chunk)
      })
      part.on('end', () => resolve({ bytes: Buffer.concat(chunks), sha256: hash.digest('hex') }))
    })
    form.parse(request)
  })
}

async function write(name: string, bytes: Buffer) {
  const temporary = join(FOLDER, `${name}.incoming`)
  const file = await open(temporary, 'wx', 0o600)
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await rename(temporary, join(FOLDER, name))
  const folder = await open(FOLDER, 'r')
  await folder.sync()
  await folder.close()
}

async function store(request: IncomingMessage): Promise<string> {
  const { bytes, sha256 } = await receive(request)
  const thumbnail = await sharp(bytes, { failOn: 'warning' })
    .autoOrient()
    .resize(320, 320, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 78 })
    .toBuffer()
  const id = randomUUID()
  await Promise.all([write(`${id}.jpg`, bytes), write(`${id}.thumbnail.jpg`, thumbnail)])
  await keep(id, sha256, bytes.length)
  return id
}

createServer(async (request, response) => {
  if (request.method === 'GET') return response.end('{}')
  const id = await store(request)
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id }))
}).listen(Number(env.PORT), '127.0.0.1')
