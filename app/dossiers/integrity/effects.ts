import db from '@adonisjs/lucid/services/db'
import { currentRegionId } from '#app/shared/region_context'
import { breach, type Breach } from './breach.js'
import { batchesOf, rowsBy } from './keyset.js'

interface KeyRow {
  id: string
  answer: string
}

/** What a saved answer says was done. */
interface Effect {
  receipt?: string | null
  imageId?: string | null
}

/** I8: what an answer says was done is there, and no two keys were answered with the same. */
export async function* answerBreaches(now: number): AsyncGenerator<Breach> {
  const kept = batchesOf<KeyRow>('idempotency_keys', ['id', 'answer'], {
    narrow: (query) => query.where('expires_at', '>', now),
  })
  for await (const rows of kept) {
    const answers = rows.map(({ id, answer }) => ({ id, ...(JSON.parse(answer) as Effect) }))
    const there = {
      imageId: await existing(
        'images',
        'id',
        answers.map(({ imageId }) => imageId)
      ),
      receipt: await existing(
        'submissions',
        'receipt_number',
        answers.map((one) => one.receipt)
      ),
    }
    for (const answer of answers) {
      const at = `idempotency_keys/${answer.id}`
      for (const kind of ['imageId', 'receipt'] as const) {
        const named = answer[kind]
        if (named && !there[kind](named)) yield breach('I8', at, `${kind} ${named} does not exist`)
      }
    }
  }
  yield* await sharedAnswers()
  yield* await twins()
}

async function existing(
  table: string,
  column: string,
  values: readonly (string | null | undefined)[]
): Promise<(value: string) => boolean> {
  const asked = [...new Set(values.flatMap((value) => value ?? []))]
  if (asked.length === 0) return () => false
  const rows = await rowsBy<Record<string, string>>(table, [column], column, asked, column)
  return (value) => rows(value).length > 0
}

/** Two keys with one effect: a request was answered with what another one did. */
async function sharedAnswers(): Promise<Breach[]> {
  const rows: { answer: string; n: number }[] = await db
    .from('idempotency_keys')
    .where('region_id', currentRegionId())
    .where((either) =>
      either.where('answer', 'like', '%"imageId":"%').orWhere('answer', 'like', '%"receipt":"%')
    )
    .groupBy('answer')
    .having('n', '>', 1)
    .limit(50)
    .select('answer')
    .count('* as n')
  return rows.map(({ answer, n }) => {
    const { imageId, receipt } = JSON.parse(answer) as Effect
    return breach('I8', 'idempotency_keys', `${n} keys have the effect ${receipt ?? imageId}`)
  })
}

/** One effect done twice would show here: the same bytes live twice in one item. */
async function twins(): Promise<Breach[]> {
  const rows: { item_id: string; sha256: string }[] = await db
    .from('images')
    .where('region_id', currentRegionId())
    .whereNull('removed_at')
    .groupBy('item_id', 'sha256')
    .having('n', '>', 1)
    .limit(50)
    .select('item_id', 'sha256')
    .count('* as n')
  return rows.map(({ item_id: item, sha256 }) =>
    breach('I8', `items/${item}`, `the picture ${sha256} is there twice`)
  )
}

const LATE = 24 * 60 * 60 * 1000

/** I10: nothing waits in the outbox for longer than a day, and what left it arrived once. */
export async function* outboxBreaches(now: number): AsyncGenerator<Breach> {
  interface Row {
    id: string
    kind: string
    attempts: number
    last_error: string | null
  }
  const columns = ['id', 'kind', 'attempts', 'last_error'] as const
  const waiting = batchesOf<Row>('outbox', columns, {
    narrow: (query) => query.whereNull('delivered_at').where('created_at', '<', now - LATE),
  })
  for await (const rows of waiting) {
    for (const { id, kind, attempts, last_error: error } of rows) {
      const why = error ? `, last: ${error}` : ''
      yield breach('I10', `outbox/${id}`, `${kind} waits after ${attempts} attempts${why}`)
    }
  }
  const left = batchesOf<{ id: string }>('outbox', ['id'], {
    narrow: (query) => query.whereNotNull('delivered_at').where('kind', 'like', 'message.%'),
  })
  for await (const rows of left) {
    const ids = rows.map(({ id }) => id)
    const arrived = await rowsBy<{ outbox_id: string }>(
      'messages',
      ['outbox_id'],
      'outbox_id',
      ids,
      'outbox_id'
    )
    for (const id of ids) {
      const n = arrived(id).length
      if (n !== 1) yield breach('I10', `outbox/${id}`, `delivered, and ${n} messages came of it`)
    }
  }
}
