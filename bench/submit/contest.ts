/**
 * Both contestants of `npm run bench:submit`, in one process and on one pool of connections each.
 * Raw SQL is what the gate itself sends for a dossier, recorded in a transaction that was rolled back:
 * the same texts and values, without anything that decides them. Arguments: rounds, dossiers in each.
 */
import 'reflect-metadata'
import { createHash, randomUUID } from 'node:crypto'
import { Ignitor } from '@adonisjs/core'
import { createPool, type Pool } from 'mysql2/promise'
import { APP_ROOT, importFile, tapApplication } from '../../bin/application.js'

const CLIENTS = 8
const REGION = 'sc'
const [rounds, each] = process.argv.slice(2).map(Number)

type Statement = [sql: string, bindings: unknown[]]

interface Finished {
  dossierId: string
  candidateId: string
  declarationVersion: string
}

class Turns {
  times: number[] = []
  /** Submissions a second, one for each round. */
  rates: number[] = []

  async go<T>(all: T[], submit: (one: T) => Promise<unknown>) {
    const left = [...all]
    const began = performance.now()
    const client = async () => {
      for (let one = left.pop(); one; one = left.pop()) {
        const started = performance.now()
        await submit(one)
        this.times.push(performance.now() - started)
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
    this.rates.push((all.length / (performance.now() - began)) * 1000)
  }

  figures() {
    const at = (p: number) =>
      this.times.toSorted((a, b) => a - b)[Math.floor(this.times.length * p)]
    const round = (value: number) => Number(value.toFixed(1))
    return { perSecond: round(median(this.rates)), p50Ms: round(at(0.5)), p99Ms: round(at(0.99)) }
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}

const app = new Ignitor(APP_ROOT, { importer: importFile }).tap(tapApplication).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { buildWorld, signedInCandidate } = await import('#tests/support/world')
  const { runInRegion } = await import('#app/shared/region_context')
  const { clock } = await import('#app/shared/clock')
  const { insertPlain } = await import('#app/shared/joined_models')
  const { passGate } = await import('#app/dossiers/gate')
  const { readDossier } = await import('#app/dossiers/read_dossier')
  const { default: OpenDossier } = await import('#app/dossiers/actions/open_dossier')
  const { default: Dossier } = await import('#app/dossiers/models/dossier')
  const { default: Image } = await import('#app/dossiers/models/image')
  const { default: ImagePlace } = await import('#app/dossiers/models/image_place')

  /** A draft in which nothing is missing; its objects matter to nobody here. */
  async function finished(): Promise<Finished> {
    const { registration } = await signedInCandidate(REGION)
    return runInRegion(REGION, async () => {
      const { id: dossierId } = await new OpenDossier().handle(registration)
      const row = await Dossier.findOrFail(dossierId)
      const { items, release } = await readDossier(row)
      for (const item of items.filter(({ need }) => need === 'required')) {
        for (let position = 1; position <= Math.max(1, item.min); position++) {
          await putImage(dossierId, item.id, position)
        }
      }
      const declarationVersion = release.declaration.version
      return { dossierId, candidateId: registration.candidateId, declarationVersion }
    })
  }

  async function putImage(dossierId: string, itemId: string, position: number) {
    const now = clock.now()
    const [id, place] = [randomUUID(), null]
    const sha256 = createHash('sha256').update(id).digest('hex')
    const sides = { width: 1600, height: 1200, orientation: 1 }
    const file = { format: 'jpeg' as const, sha256, bytes: 150_000, ...sides }
    const times = { receivedAt: now, storedAt: now, removedAt: null }
    const client = db.connection()
    await insertPlain(client, Image, { id, dossierId, itemId, ...file, ...times })
    await insertPlain(client, ImagePlace, {
      id: randomUUID(),
      imageId: id,
      itemId,
      place,
      position,
    })
  }

  const submit = ({ dossierId, candidateId, declarationVersion }: Finished) =>
    runInRegion(REGION, () =>
      passGate({
        dossierId,
        event: { type: 'submit', declarationVersion },
        by: { kind: 'candidate', id: candidateId },
        repeatable: {
          actor: `candidate:${candidateId}`,
          key: randomUUID(),
          fingerprint: dossierId,
        },
      })
    )

  /** What the gate sends between the transaction's edges. */
  async function record(one: Finished): Promise<Statement[]> {
    const statements: Statement[] = []
    const prototype = db.connection().getWriteClient().client.constructor.prototype
    const original = prototype._query
    prototype._query = function (connection: unknown, query: { sql: string; bindings: unknown[] }) {
      if (!/^(begin|commit|rollback|savepoint|release|set )/i.test(query.sql)) {
        statements.push([query.sql, query.bindings])
      }
      return original.call(this, connection, query)
    }
    await db.beginGlobalTransaction()
    try {
      await submit(one)
    } finally {
      await db.rollbackGlobalTransaction()
      prototype._query = original
    }
    return statements
  }

  async function replay(pool: Pool, statements: Statement[]) {
    const connection = await pool.getConnection()
    try {
      await connection.beginTransaction()
      for (const [sql, bindings] of statements) await connection.query(sql, bindings)
      await connection.commit()
    } finally {
      connection.release()
    }
  }

  const { env } = process
  const { DB_SOCKET: socketPath, DB_HOST: host, DB_PORT } = env
  const pool = createPool({
    ...(socketPath ? { socketPath } : { host, port: Number(DB_PORT || 3306) }),
    ...{ user: env.DB_USER, password: env.DB_PASSWORD, database: env.DB_DATABASE },
    connectionLimit: CLIENTS,
  })
  // As the portal's own connections are (config/database.ts).
  pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
  })

  await buildWorld()
  const gate = new Turns()
  const raw = new Turns()
  let statements = 0
  // The first round warms both up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const ours: Finished[] = []
    const theirs: Statement[][] = []
    for (let n = 0; n < each; n++) {
      ours.push(await finished())
      theirs.push(await record(await finished()))
    }
    statements = theirs[0].length
    const [g, r] = round === 0 ? [new Turns(), new Turns()] : [gate, raw]
    const turns = [() => g.go(ours, submit), () => r.go(theirs, (one) => replay(pool, one))]
    for (const turn of round % 2 ? turns : turns.reverse()) await turn()
  }
  await pool.end()
  const [first, second] = [gate.figures(), raw.figures()]
  const ratio = (a: number, b: number) => Number((a / b).toFixed(2))
  const throughput = ratio(median(gate.rates.map((rate, i) => rate / raw.rates[i])), 1)
  const ratios = { throughput, p99: ratio(first.p99Ms, second.p99Ms) }
  console.log(JSON.stringify({ bench: 'submit', gate: first, raw: second, statements, ratios }))
})
await app.terminate()
