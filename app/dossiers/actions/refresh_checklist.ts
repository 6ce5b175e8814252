import { v7 as uuid } from 'uuid'
import { checklist } from '#app/core/checklist'
import { appendAuditEntry } from '#app/audit/append_entry'
import type Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import { approvedBeforeHere } from '#app/dossiers/queries/approved_before_here'
import { lockDossier, type ReadDossier } from '#app/dossiers/read_dossier'

/**
 * Row 16 for drafts: the registration changed, so the checklist is computed again. Pictures of
 * items that are no longer asked for stay where they are and count again when the item comes back.
 */
export default class RefreshChecklist {
  async handle(registration: Registration, draft: Dossier) {
    const facts = {
      ...registration.answers,
      ...registration.facts,
      category: registration.category,
    }
    await transaction(async (trx) => {
      const dossier = await lockDossier(trx, draft.id)
      if (dossier?.row.state !== 'draft') return
      if (dossier.row.factsRevision === registration.factsRevision) return
      const { release, row } = dossier
      const now = clock.now()
      const before = await approvedBeforeHere(registration, release, now, trx)
      const list = checklist(release, { ...facts, approved_before_here: before })
      for (const entry of list) {
        const item = dossier.items.find(({ material }) => material === entry.material.code)
        if (!item) await this.#add(dossier, entry, trx)
        else if (item.need !== entry.need) await this.#setNeed(item.id, entry.need, trx)
      }
      const affected = await Dossier.query({ client: trx })
        .where('regionId', currentRegionId())
        .where('id', row.id)
        .where('version', row.version)
        .update({
          facts_revision: registration.factsRevision,
          exam_point_id: registration.examPointId,
          version: row.version + 1,
          updated_at: now,
        })
      if (Number(affected) !== 1) refuse('STATE_MOVED_ON')
      await appendAuditEntry(trx, {
        chain: `dossier:${row.id}`,
        at: now,
        actor: { kind: 'system', id: 'registration' },
        action: 'facts_changed',
        payload: {
          row: '16',
          from: 'draft',
          to: 'draft',
          version: row.version + 1,
          revision: registration.factsRevision,
        },
      })
    })
  }

  #setNeed(id: string, need: string, client: Parameters<typeof lockDossier>[0]) {
    return Item.query({ client })
      .where('regionId', currentRegionId())
      .where('id', id)
      .update({ need })
  }

  #add(
    { row }: ReadDossier,
    { material, need, min, max }: ReturnType<typeof checklist>[number],
    client: Parameters<typeof lockDossier>[0]
  ) {
    return Item.create(
      {
        id: uuid(),
        dossierId: row.id,
        material: material.code,
        need,
        min,
        max,
        wanted: false,
        reopened: false,
        changed: false,
      },
      { client }
    )
  }
}
