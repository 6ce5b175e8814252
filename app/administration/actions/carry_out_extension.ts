import { v7 as uuid } from 'uuid'
import type { By } from '#app/core/dossier'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import { announceOutbox } from '#app/messages/actions/announce_due_outboxes'
import OutboxEntry from '#app/messages/models/outbox_entry'
import SeasonExtension from '#app/regions/models/season_extension'
import { clock } from '#app/shared/clock'
import { Refused } from '#app/shared/exceptions/refused'
import { fingerprint, wasAnswered, type Repeatable } from '#app/shared/idempotency'
import { currentRegionId } from '#app/shared/region_context'

const BATCH = 50

type Outcome = 'told' | 'moved' | 'revived' | 'leftOut' | null

/**
 * Lets the dossiers of the region in context follow an extension, in batches by id. Who goes on after
 * a crash begins behind the last whole batch; what had been done of the next one is not done again.
 *
 * @param limit batches at most, for those who want to stop in the middle
 * @returns whether all is done
 */
export async function carryOutExtension(extensionId: string, limit = Infinity): Promise<boolean> {
  const extension = await SeasonExtension.findOrFail(extensionId)
  for (let done = 0; extension.finishedAt === null; done++) {
    if (done >= limit) return false
    const batch = await concerned(extension, extension.reached).limit(BATCH)
    for (const dossier of batch) {
      const outcome = await follow(extension, dossier)
      if (outcome) extension[outcome]++
    }
    extension.reached = batch.at(-1)?.id ?? extension.reached
    if (batch.length < BATCH) extension.finishedAt = clock.now()
    await extension.save()
  }
  await announceOutbox(currentRegionId())
  return true
}

/** Whom an extension concerns: all drafts where a window moves, what has a running deadline, what lapsed since. */
export function concerned(
  { seasonId, since, newEnd }: Pick<SeasonExtension, 'seasonId' | 'since' | 'newEnd'>,
  after: string | null = null
) {
  const query = Dossier.query()
    .where('season_id', seasonId)
    .where((any) => {
      any
        .where((running) =>
          running.whereIn('state', ['returned', 'held', 'submitted']).where('deadline', '>', since)
        )
        .orWhere((lapsed) => lapsed.where('state', 'lapsed').where('lapsed_at', '>=', since))
      if (newEnd !== null) any.orWhere('state', 'draft')
    })
    .orderBy('id')
  return after === null ? query : query.where('id', '>', after)
}

async function follow(extension: SeasonExtension, dossier: Dossier): Promise<Outcome> {
  const { id, madeBy, since, movedBy } = extension
  const repeatable: Repeatable = {
    actor: `extension:${id}`,
    key: dossier.id,
    fingerprint: fingerprint('extend', id, dossier.id),
  }
  if (dossier.state === 'draft') {
    // A run before this one may have brought it back from having lapsed.
    if (await wasAnswered(repeatable.actor, repeatable.key)) return 'revived'
    return tell(extension, dossier)
  }
  const by: By = { kind: 'staff', id: madeBy, roles: ['region_admin'] }
  try {
    const event = { type: 'extend' as const, by: movedBy, since }
    await passGate({ dossierId: dossier.id, event, by, repeatable })
    return dossier.state === 'lapsed' ? 'revived' : 'moved'
  } catch (error) {
    if (error instanceof Refused) return 'leftOut'
    throw error
  }
}

/** A draft does not change by it: its end is the window's. Its candidate is told once. */
async function tell(extension: SeasonExtension, dossier: Dossier): Promise<Outcome> {
  const kind = `message.extended.${extension.id}`
  const known = await OutboxEntry.query().where({ dossierId: dossier.id, kind }).first()
  if (known) return 'told'
  const now = clock.now()
  await OutboxEntry.create({
    id: uuid(),
    dossierId: dossier.id,
    version: dossier.version,
    kind,
    payload: {
      candidateId: dossier.candidateId,
      template: 'uploads_extended',
      variables: { deadline: extension.newEnd! },
    },
    attempts: 0,
    lastError: null,
    dueAt: now,
    deliveredAt: null,
    createdAt: now,
  })
  return 'told'
}
