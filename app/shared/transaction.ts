import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { Refused } from '#app/shared/exceptions/refused'

const running = new AsyncLocalStorage<true>()

/** Deadlock, lock wait timeout, record changed since read (MariaDB); busy (SQLite). */
const PASSING = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY'])
const ATTEMPTS = 4
const REFUSED_BY_TRIGGER = new Set(['ER_SIGNAL_EXCEPTION', 'SQLITE_CONSTRAINT_TRIGGER'])

/** True while the current async context is inside `transaction()`. */
export function insideTransaction(): boolean {
  return running.getStore() === true
}

/**
 * The only way to a transaction. `work` gets `trx` and passes it to every query; a query beside it
 * throws at once, because on SQLite's one connection it would hang (ARCHITECTURE.md, The gate).
 * Passing faults of the database are tried again a bounded number of times: `work` must be repeatable.
 */
export async function transaction<T>(
  work: (trx: TransactionClientContract) => Promise<T>
): Promise<T> {
  if (insideTransaction()) throw new Error('A transaction is already open: pass its trx along')
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction((trx) => running.run(true, () => work(trx)))
    } catch (error) {
      if (isLockedImage(error)) throw new Refused({ code: 'STATE_MOVED_ON' })
      if (attempt === ATTEMPTS || !PASSING.has((error as { code?: string }).code ?? '')) throw error
      await sleep(attempt * 10 + Math.random() * 20)
    }
  }
}

/**
 * Locks the rows that a query finds and passes over those that others have locked. SQLite has one
 * connection: whoever asks is alone.
 */
export function lockingFree<T>(query: DatabaseQueryBuilderContract<T>) {
  return query.client.dialect.name === 'mysql' ? query.forUpdate().skipLocked() : query
}

/**
 * The triggers on `images` refused: who gets there lost a race that no lock before it saw, where the
 * database takes none (database/image_lock.ts).
 */
function isLockedImage(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return Boolean(code && REFUSED_BY_TRIGGER.has(code) && message?.includes('IMAGE_LOCKED'))
}

/** Whether the database refused a row because its unique key exists, on both databases. */
export function isUniqueViolation(error: unknown): boolean {
  const { code } = error as { code?: string }
  return (
    code === 'ER_DUP_ENTRY' ||
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  )
}
