import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { clock } from './clock.js'
import { refuse } from '#app/shared/exceptions/refused'
import { insertPlain } from '#app/shared/joined_models'
import IdempotencyKey from '#app/shared/models/idempotency_key'

const KEPT_FOR = 24 * 60 * 60 * 1000

/** A request that its sender may repeat: who, under which key, and what it asked. */
export interface Repeatable {
  actor: string
  key: string
  /** Hash of what was asked: the same key with another question is an error. */
  fingerprint: string
}

/** Hash of the parts of a request, for `Repeatable.fingerprint`. */
export function fingerprint(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/**
 * The answer given before under this key, or null. Asked after the row lock: of fifty equal
 * requests at once the first writes its answer and the others find it here.
 *
 * @throws Refused IDEMPOTENCY_KEY_REUSED
 */
export async function savedAnswer<T>(
  trx: TransactionClientContract,
  request: Repeatable
): Promise<T | null> {
  const row = await IdempotencyKey.query({ client: trx })
    .where({ actor: request.actor, key: request.key })
    .first()
  if (!row) return null
  if (row.expiresAt <= clock.now()) {
    await row.useTransaction(trx).delete()
    return null
  }
  if (row.fingerprint !== request.fingerprint) refuse('IDEMPOTENCY_KEY_REUSED')
  return row.answer as T
}

/** Whether this sender got an answer under the key that is still kept; asked before his body is read. */
export async function wasAnswered(actor: string, key: string | null): Promise<boolean> {
  if (key === null) return false
  const row = await IdempotencyKey.query()
    .where({ actor, key })
    .where('expiresAt', '>', clock.now())
    .first()
  return row !== null
}

/** Keeps the answer in the transaction of the effect itself: both happen or neither. */
export async function saveAnswer(
  trx: TransactionClientContract,
  request: Repeatable,
  answer: unknown
) {
  const expiresAt = clock.now() + KEPT_FOR
  await insertPlain(trx, IdempotencyKey, { id: uuid(), ...request, status: 200, answer, expiresAt })
}
