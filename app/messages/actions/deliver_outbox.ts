import { v7 as uuid } from 'uuid'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'
import { isUniqueViolation, transaction } from '#app/shared/transaction'
import Message from '#app/messages/models/message'
import OutboxEntry from '#app/messages/models/outbox_entry'

const BATCH = 100
const FIRST_WAIT = 5_000
const LONGEST_WAIT = 60 * 60_000

/**
 * Delivers what is due in the region of the context, oldest first: at least once, and into the
 * candidate's list exactly once, because a message is unique by its outbox row.
 *
 * @returns how many entries were delivered
 */
export async function deliverOutbox(): Promise<number> {
  const now = clock.now()
  const due = await OutboxEntry.query()
    .whereNull('delivered_at')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(BATCH)
  let delivered = 0
  for (const entry of due) {
    try {
      await deliver(entry)
      delivered++
    } catch (error) {
      await postpone(entry, error as Error)
    }
  }
  return delivered
}

async function deliver(entry: OutboxEntry) {
  const { candidateId, template, variables } = entry.payload
  try {
    await transaction(async (trx) => {
      await Message.create(
        {
          id: uuid(),
          outboxId: entry.id,
          candidateId,
          dossierId: entry.dossierId,
          template,
          variables,
          createdAt: entry.createdAt,
          readAt: null,
        },
        { client: trx }
      )
      await markDelivered(entry.id, trx)
    })
  } catch (error) {
    // A worker before us was stopped between its effect and its mark.
    if (!isUniqueViolation(error)) throw error
    await markDelivered(entry.id)
  }
}

function markDelivered(id: string, client?: QueryClientContract) {
  return OutboxEntry.query({ client })
    .where('regionId', currentRegionId())
    .where('id', id)
    .update({ delivered_at: clock.now() })
}

/** Waits longer after each failure, an hour at most; the entry stays until it is delivered. */
async function postpone(entry: OutboxEntry, error: Error) {
  const attempts = entry.attempts + 1
  const wait = Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)
  await entry
    .merge({ attempts, lastError: error.message.slice(0, 500), dueAt: clock.now() + wait })
    .save()
}
