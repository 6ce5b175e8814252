import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { createPool, type PoolConnection } from 'mysql2/promise'
import ClaimNext from '#app/review/actions/claim_next'
import { moveCount } from '#app/dossiers/queue_counts'
import Dossier from '#app/dossiers/models/dossier'
import { runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import { quantile, round, timed, watch } from './clockwork.js'
import { person } from './people.js'

const CALLERS = 32
const ROUNDS = 5
const HELD_MS = 2_000
/** Of the raw transaction, beside BEGIN and COMMIT. */
const RAW_STATEMENTS = 4

const callers = Array.from({ length: CALLERS }, (_, n) =>
  person('sh', 'region_reviewer', [], n + 1)
)
const here = <T>(work: () => Promise<T>) => runInRegion('sh', work)

const pool = createPool({
  ...(process.env.DB_SOCKET
    ? { socketPath: process.env.DB_SOCKET }
    : { host: process.env.DB_HOST, port: Number(process.env.DB_PORT) }),
  ...{ user: process.env.DB_USER, password: process.env.DB_PASSWORD },
  ...{ database: process.env.DB_DATABASE, connectionLimit: CALLERS },
})

const HEAD = `select * from dossiers where region_id = 'sh' and season_id = ? and tray = 'waiting:0'
  order by stage_entered_at, id limit 1 for update skip locked`

/** What nobody can do with less: lock the head, mark it, chain an entry of the audit. */
async function rawClaim(connection: PoolConnection, season: string, by: string): Promise<string> {
  await connection.query('begin')
  const [[head]]: any = await connection.execute(HEAD, [season])
  await connection.execute(
    `update dossiers set state = 'in_review', tray = 'claimed', claim_by = ?, claim_until = ?,
       claim_token = claim_token + 1, version = version + 1, updated_at = ?
     where region_id = 'sh' and id = ? and version = ? and state = 'submitted'`,
    [by, Date.now() + 1_200_000, Date.now(), head.id, head.version]
  )
  const chain = `dossier:${head.id}`
  const [[last]]: any = await connection.execute(
    `select seq, hash from audit_entries where region_id = 'sh' and chain = ? order by seq desc limit 1`,
    [chain]
  )
  const zeros = '0'.repeat(64)
  await connection.execute(
    `insert into audit_entries (region_id, id, chain, seq, at, actor_kind, actor_id, action, payload,
       previous_hash, hash) values ('sh', ?, ?, ?, ?, 'staff', ?, 'claim', '{}', ?, ?)`,
    [randomUUID(), chain, (last?.seq ?? 0) + 1, Date.now(), by, last?.hash ?? zeros, zeros]
  )
  await connection.query('commit')
  return head.id
}

/** Raw and in process in turns; gives the medians and who was given what another one had. */
export async function measureClaims(claims: number) {
  const season = await seasonId()
  const claimNext = await app.container.make(ClaimNext)
  const given: string[] = []
  const action = (n: number) =>
    byAll(n, async (caller) => {
      given.push((await here(() => claimNext.handle(callers[caller]))).dossierId)
    })
  const raw = (n: number) =>
    byAll(n, async (caller) => {
      const connection = await pool.getConnection()
      try {
        given.push(await rawClaim(connection, season, callers[caller].id))
      } finally {
        connection.release()
      }
    })
  const one = await watch(() => here(() => claimNext.handle(callers[0])))
  const perRound = Math.floor(Math.min(claims / 2, 10_000) / ROUNDS)
  await action(CALLERS * 4)
  await raw(CALLERS * 4)
  const rates = { raw: [] as number[], action: [] as number[] }
  for (let n = 0; n < ROUNDS; n++) {
    rates.raw.push(perRound / ((await timed(() => raw(perRound))) / 1000))
    rates.action.push(perRound / ((await timed(() => action(perRound))) / 1000))
  }
  await action(Math.max(0, claims - given.length))
  await pool.end()
  const [rawRate, rate] = [quantile(rates.raw, 0.5), quantile(rates.action, 0.5)]
  return {
    claims: given.length,
    double: given.length - new Set(given).size,
    rawPerSecond: rawRate,
    perSecond: rate,
    ratio: round(rate / rawRate),
    statements: one.statements,
    rawStatements: RAW_STATEMENTS,
  }
}

/** `n` times in all, by every caller as fast as he is answered. */
async function byAll(n: number, work: (caller: number) => Promise<void>) {
  let left = n
  await Promise.all(
    callers.map(async (_, caller) => {
      while (left-- > 0) await work(caller)
    })
  )
}

/** Somebody's transaction holds the head of the queue: the others are given what comes behind it. */
export async function measureHeldHead() {
  const claimNext = await app.container.make(ClaimNext)
  for (let n = 0; n < 50; n++) await here(() => claimNext.handle(callers[0]))
  const holder = await pool.getConnection()
  await holder.query('begin')
  await holder.execute(HEAD, [await seasonId()])
  const spent: number[] = []
  let isHeld = true
  const release = sleep(HELD_MS).then(() => (isHeld = false))
  while (isHeld) spent.push(await timed(() => here(() => claimNext.handle(callers[1]))))
  await release
  await holder.query('rollback')
  holder.release()
  return { p50Ms: quantile(spent, 0.5), heldP99Ms: quantile(spent, 0.99), heldClaims: spent.length }
}

/**
 * Whether the counts are what submissions wait for in the busiest night: as many at once at one exam
 * point as at twenty, in turns. Without anybody waiting for a row both are as fast.
 */
export async function measureSubmits() {
  const rows = await here(() =>
    Dossier.query().where('tray', 'waiting:0').orderBy('id').limit(2_000)
  )
  const points = [...new Set(rows.map(({ examPointId }) => examPointId))]
  const submit = (at: readonly string[]) => {
    let next = 0
    return timed(() =>
      byAll(rows.length, () => {
        const n = next++ % rows.length
        return here(() => countIn(rows[n], at[n % at.length]))
      })
    )
  }
  await submit(points)
  const rates = { crowded: [] as number[], spread: [] as number[] }
  for (let n = 0; n < ROUNDS; n++) {
    rates.crowded.push(rows.length / (await submit(points.slice(0, 1))))
    rates.spread.push(rows.length / (await submit(points)))
  }
  return { crowdedToSpread: round(quantile(rates.crowded, 0.5) / quantile(rates.spread, 0.5)) }
}

/** Counts one that comes in, with the least that a transition writes beside it. */
function countIn({ id, seasonId: season, releaseId }: Dossier, examPointId: string) {
  const standing = { id, seasonId: season, examPointId, releaseId, stage: 0, proposed: false }
  const before = { ...standing, state: 'draft' as const, round: 0 }
  const after = { ...standing, state: 'submitted' as const, round: 1 }
  return transaction(async (trx) => {
    await trx.from('dossiers').where({ region_id: 'sh', id }).select('id').forUpdate()
    await trx.from('dossiers').where({ region_id: 'sh', id }).increment('facts_revision', 1)
    await moveCount(trx, { before, after }, Date.now())
  })
}

async function seasonId(): Promise<string> {
  const [row] = await here(async () =>
    db.from('seasons').where({ region_id: 'sh', is_current: true }).select('id')
  )
  return row.id
}
