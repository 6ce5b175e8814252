import { v7 as uuid } from 'uuid'
import { appendAuditEntry } from '#app/audit/append_entry'
import type { ChecklistItem } from '#app/core/checklist'
import type Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { transaction } from '#app/shared/transaction'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import { newItem } from './gate_effects.js'

export interface Opening {
  registration: Registration
  releaseId: string
  list: readonly ChecklistItem[]
}

/**
 * Row 1: the gate's other half, where there is no row yet to lock. The unique key on the live
 * dossier of a registration decides between two who open at once.
 */
export function openGate({ registration, releaseId, list }: Opening): Promise<Dossier> {
  const now = clock.now()
  return transaction(async (trx) => {
    const dossier = await Dossier.create(
      {
        id: uuid(),
        registrationId: registration.id,
        seasonId: registration.seasonId,
        candidateId: registration.candidateId,
        examPointId: registration.examPointId,
        releaseId,
        live: 1,
        state: 'draft',
        tray: 'unseen',
        category: registration.category,
        images: 0,
        stage: 0,
        round: 0,
        version: 1,
        factsRevision: registration.factsRevision,
        claimToken: 0,
        agreed: [],
        returns: 0,
        stageEnteredAt: now,
        createdAt: now,
        updatedAt: now,
      },
      { client: trx }
    )
    await Item.createMany(
      list.map(({ material, ...asked }) =>
        newItem(dossier.id, { id: uuid(), material: material.code, ...pick(asked) })
      ),
      { client: trx }
    )
    await appendAuditEntry(trx, {
      chain: `dossier:${dossier.id}`,
      at: now,
      actor: { kind: 'candidate', id: registration.candidateId },
      action: 'open',
      payload: { row: '1', to: 'draft', release: releaseId, version: 1 },
    })
    return dossier
  })
}

const pick = ({ need, min, max }: Pick<ChecklistItem, 'need' | 'min' | 'max'>) => ({
  need,
  min,
  max,
})
