import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { clock } from '#app/shared/clock'
import OutboxEntry from '#app/messages/models/outbox_entry'

export type MessageVariables = Record<string, string | number>

export interface OutboxPayload {
  candidateId: string
  template: string
  variables: MessageVariables
}

/** Whether the candidate was left this message about the dossier at `since` (ms) or later. */
export async function wasLeftSince(
  trx: TransactionClientContract,
  { id, template, since }: { id: string; template: string; since: number }
): Promise<boolean> {
  const left = await OutboxEntry.query({ client: trx })
    .where({ dossierId: id, kind: `message.${template}` })
    .where('createdAt', '>=', since)
    .first()
  return left !== null
}

/**
 * Leaves a message to be delivered after the transaction. Its effect happens once: the key is
 * (dossier, version, kind), and a version is given only once.
 */
export async function leaveInOutbox(
  trx: TransactionClientContract,
  dossier: { id: string; version: number },
  payload: OutboxPayload
) {
  const now = clock.now()
  await OutboxEntry.create(
    {
      id: uuid(),
      dossierId: dossier.id,
      version: dossier.version,
      kind: `message.${payload.template}`,
      payload,
      attempts: 0,
      lastError: null,
      dueAt: now,
      deliveredAt: null,
      createdAt: now,
    },
    { client: trx }
  )
}
