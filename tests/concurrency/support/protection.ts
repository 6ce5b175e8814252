import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseQueryBuilder, InsertQueryBuilder } from '@adonisjs/lucid/database'
import { ModelQueryBuilder } from '@adonisjs/lucid/orm'
import { v7 as uuid } from 'uuid'
import AuditEntry from '#app/audit/models/audit_entry'
import Dossier from '#app/dossiers/models/dossier'
import ImagePlace from '#app/dossiers/models/image_place'
import Submission from '#app/dossiers/models/submission'
import OutboxEntry from '#app/messages/models/outbox_entry'
import IdempotencyKey from '#app/shared/models/idempotency_key'
import { isUniqueViolation } from '#app/shared/transaction'
import { dropImageLock, restoreImageLock } from '#tests/support/image_lock'
import { PARALLEL } from './ground.js'

/** Layers that keep two transitions of one dossier apart; each must do so alone. */
export interface Protection {
  rowLock: boolean
  compareAndSet: boolean
  /**
   * What the tables themselves hold: unique keys, the triggers that lock pictures, and foreign keys,
   * whose shared locks turn some races into deadlocks.
   */
  keys: boolean
}

const FULL: Protection = { rowLock: true, compareAndSet: true, keys: true }
const NONE: Protection = { rowLock: false, compareAndSet: false, keys: false }

/** What every race runs under: as it is, and with each of the two that must hold alone. */
export const LAYERS = [
  { named: 'all protection', protection: FULL },
  { named: 'the row lock alone', protection: { ...NONE, rowLock: true } },
  { named: 'the compare-and-set alone', protection: { ...NONE, compareAndSet: true } },
]

/** What shows that a race is one. */
export const OFF = NONE

const LONGEST_WAIT = 3_000

/** Lets nobody go on before `parties` have arrived; whoever comes later passes. */
class Barrier {
  #open!: () => void
  #opened = new Promise<void>((resolve) => (this.#open = resolve))

  constructor(private missing: number) {}

  async arrive() {
    if (--this.missing <= 0) this.#open()
    const waited = sleep(LONGEST_WAIT, undefined, { ref: false })
    await Promise.race([this.#opened, waited])
  }
}

/**
 * Runs a race in which `parties` transactions meet: at the row lock, or, where that is off, when all
 * of them have read and none has written. Production code has no switch for any of this: Lucid's
 * query builders are patched for the while of the race.
 */
export async function meeting<T>(
  parties: number,
  { rowLock, compareAndSet, keys }: Protection,
  work: () => Promise<T>
): Promise<T> {
  const barrier = new Barrier(PARALLEL ? parties : 1)
  if (!keys) await dropImageLock()
  const undo = [
    rowLock ? meetBeforeLocking(barrier) : dropLocks(),
    rowLock ? () => {} : afterReading(() => barrier.arrive()),
    compareAndSet ? () => {} : dropCompareAndSet(),
    keys ? () => {} : dropUniqueKeys(),
    keys || !PARALLEL ? () => {} : dropForeignKeys(),
  ]
  try {
    return await work()
  } finally {
    for (const restore of undo.reverse()) restore()
    if (!keys) await restoreImageLock()
  }
}

/** Runs `gap` once, when the first transaction has read all it needs and written nothing. */
export async function betweenReadAndWrite<T>(
  gap: () => Promise<void>,
  work: () => Promise<T>
): Promise<T> {
  let over = false
  // Somebody else does it: not a part of the transaction that is open there.
  const outside = AsyncLocalStorage.snapshot()
  const restore = afterReading(async () => {
    if (over) return
    over = true
    await outside(gap)
  })
  try {
    return await work()
  } finally {
    restore()
  }
}

function patch(target: any, name: string, make: (original: any) => (...args: any[]) => unknown) {
  const own = Object.hasOwn(target, name)
  const original = target[name]
  target[name] = make(original)
  return () => {
    if (own) target[name] = original
    else delete target[name]
  }
}

/** Both ways of asking: by a model and by its table. */
const QUERIES = [ModelQueryBuilder.prototype, DatabaseQueryBuilder.prototype]

function eachOf(patches: (() => void)[]) {
  return () => patches.forEach((restore) => restore())
}

function dropLocks() {
  return eachOf(
    QUERIES.map((prototype) =>
      patch(prototype, 'forUpdate', () => {
        return function (this: unknown) {
          return this
        }
      })
    )
  )
}

function meetBeforeLocking(barrier: Barrier) {
  return eachOf(
    QUERIES.map((prototype) =>
      patch(prototype, 'forUpdate', (forUpdate) => {
        return function (this: any, ...args: unknown[]) {
          const query = forUpdate.apply(this, args)
          const exec = query.exec.bind(query)
          query.exec = async () => {
            await barrier.arrive()
            return exec()
          }
          return query
        }
      })
    )
  )
}

/** The registration with its season is the last that a gate reads before it decides and writes. */
function afterReading(work: (trx: any) => Promise<void>) {
  return patch(DatabaseQueryBuilder.prototype, 'exec', (exec) => {
    return async function (this: any) {
      const rows = await exec.call(this)
      const isLast = this.knexQuery._single?.table === 'registrations as r'
      if (isLast && this.client.isTransaction) await work(this.client)
      return rows
    }
  })
}

/** A gate that believes what was read before it, of the season as of the dossier's other surroundings. */
export async function withStaleSeason<T>(work: () => Promise<T>): Promise<T> {
  let before: object[] = []
  const restore = patch(DatabaseQueryBuilder.prototype, 'exec', (exec) => {
    return async function (this: any) {
      const rows = await exec.call(this)
      if (this.knexQuery._single?.table !== 'registrations as r') return rows
      if (!this.client.isTransaction) before = rows
      // The head of the audit's chain comes with the season, and is as new as it is.
      return before.map((row) => ({ ...row, chain_head: rows[0].chain_head }))
    }
  })
  try {
    return await work()
  } finally {
    restore()
  }
}

function dropCompareAndSet() {
  return patch(DatabaseQueryBuilder.prototype, 'where', (where) => {
    return function (this: unknown, first: any, ...rest: unknown[]) {
      if (typeof first === 'object' && 'version' in first && 'state' in first) {
        const { version, state, ...row } = first
        return where.call(this, row, ...rest)
      }
      return where.call(this, first, ...rest)
    }
  })
}

const random = () => Math.floor(Math.random() * 1e9)

/** A column of each unique key, and what it could hold as well. */
const ELSEWHERE: Record<string, () => object> = {
  [Dossier.table]: () => ({ live: null }),
  [IdempotencyKey.table]: () => ({ key: uuid() }),
  [AuditEntry.table]: () => ({ seq: random() }),
  [ImagePlace.table]: () => ({ place: null }),
  [Submission.table]: () => ({ round: random() }),
  [OutboxEntry.table]: () => ({ version: random() }),
}

/** A row that its unique key refuses gets another value there, as if the key did not exist. */
function dropUniqueKeys() {
  return patch(InsertQueryBuilder.prototype, 'exec', (exec) => {
    return async function (this: any) {
      try {
        return await exec.call(this)
      } catch (error) {
        const insert = this.knexQuery._single
        const other = ELSEWHERE[insert.table]
        if (!other || !isUniqueViolation(error)) throw error
        insert.insert = { ...insert.insert, ...other() }
        return exec.call(this)
      }
    }
  })
}

/** For the rest of the transaction that has just read all it needs. */
function dropForeignKeys() {
  return afterReading(async (trx) => {
    await trx.rawQuery('set foreign_key_checks = 0')
    for (const end of ['commit', 'rollback']) {
      const finish = trx[end].bind(trx)
      trx[end] = async () => {
        await trx.rawQuery('set foreign_key_checks = 1')
        return finish()
      }
    }
  })
}
