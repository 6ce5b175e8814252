import { v7 as uuid } from 'uuid'
import { checklist } from '#app/core/checklist'
import { appendAuditEntry } from '#app/audit/append_entry'
import { releaseDocument } from '#app/catalog/releases'
import Season from '#app/regions/models/season'
import { unreadMustReadNotices } from '#app/regions/queries/notices'
import type Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import { isUniqueViolation, transaction } from '#app/shared/transaction'
import { opennessFor, readSurroundings } from '#app/dossiers/circumstances'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import { approvedBeforeHere } from '#app/dossiers/queries/approved_before_here'

/**
 * Row 1 of the table: a draft with an item for each material that the release does not hide.
 * Opening twice gives the same dossier.
 *
 * @throws Refused UPLOAD_NOT_OPEN, UNREAD_NOTICES
 */
export default class OpenDossier {
  async handle(registration: Registration): Promise<Dossier> {
    const existing = await this.#existing(registration.id)
    if (existing) return existing
    const now = clock.now()
    const season = await Season.findOrFail(registration.seasonId)
    if (!season.currentReleaseId) refuse('UPLOAD_NOT_OPEN')
    const release = await releaseDocument(season.currentReleaseId)
    const around = await readSurroundings(registration.id)
    if (!opennessFor(around, release, now).open) refuse('UPLOAD_NOT_OPEN')
    const unread = await unreadMustReadNotices(season.id, registration.candidateId, now)
    if (unread.length > 0) refuse('UNREAD_NOTICES', { n: unread.length })

    const facts = {
      ...around.facts,
      approved_before_here: await approvedBeforeHere(registration, release, now),
    }
    try {
      return await this.#create(
        registration,
        season.currentReleaseId,
        now,
        checklist(release, facts)
      )
    } catch (error) {
      // A double click: the other request has just opened it.
      if (!isUniqueViolation(error)) throw error
      return (await this.#existing(registration.id))!
    }
  }

  #existing(registrationId: string) {
    return Dossier.query().where('registrationId', registrationId).where('live', 1).first()
  }

  #create(
    registration: Registration,
    releaseId: string,
    now: number,
    list: ReturnType<typeof checklist>
  ) {
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
          stage: 0,
          round: 0,
          version: 1,
          factsRevision: registration.factsRevision,
          claimToken: 0,
          stageEnteredAt: now,
          createdAt: now,
          updatedAt: now,
        },
        { client: trx }
      )
      await Item.createMany(
        list.map(({ material, need, min, max }) => ({
          id: uuid(),
          dossierId: dossier.id,
          material: material.code,
          need,
          min,
          max,
          wanted: false,
          reopened: false,
          changed: false,
        })),
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
}
