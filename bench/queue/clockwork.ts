import { performance } from 'node:perf_hooks'
import db from '@adonisjs/lucid/services/db'

export interface Watched {
  /** Without those that begin and end a transaction. */
  statements: number
  /** From sending a statement to its answer, summed up. */
  databaseMs: number
}

/** What `work` asks of the database; nothing else may run meanwhile. */
export async function watch(work: () => Promise<unknown>): Promise<Watched> {
  const { client } = db.connection().getReadClient()
  const sent = new Map<string, number>()
  const seen: Watched = { statements: 0, databaseMs: 0 }
  const onQuery = ({ __knexQueryUid: id }: any) => void sent.set(id, performance.now())
  const onAnswer = (_answer: unknown, { __knexQueryUid: id, sql }: any) => {
    if (!/^(begin|commit|rollback)/i.test(sql)) seen.statements++
    seen.databaseMs += performance.now() - sent.get(id)!
  }
  client.on('query', onQuery).on('query-response', onAnswer)
  try {
    await work()
  } finally {
    client.off('query', onQuery).off('query-response', onAnswer)
  }
  return seen
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))])
}

export const round = (value: number) => Math.round(value * 100) / 100

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
