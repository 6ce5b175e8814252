import { checklist } from '#app/core/checklist'
import { openingRefusal } from '#app/core/opening'
import { releaseDocument } from '#app/catalog/releases'
import Season from '#app/regions/models/season'
import { unreadMustReadNotices } from '#app/regions/queries/notices'
import type Registration from '#app/registrations/models/registration'
import { phoneIsOpen } from '#app/registrations/phone'
import { clock } from '#app/shared/clock'
import { refuse, Refused } from '#app/shared/exceptions/refused'
import { isUniqueViolation } from '#app/shared/transaction'
import { opennessFor, readSurroundings } from '#app/dossiers/circumstances'
import { openGate } from '#app/dossiers/gate_open'
import Dossier from '#app/dossiers/models/dossier'
import { approvedBeforeHere } from '#app/dossiers/queries/approved_before_here'

/**
 * Row 1 of the table: a draft with an item for each material that the release does not hide.
 * Opening twice gives the same dossier.
 *
 * @throws Refused UPLOAD_NOT_OPEN, PHONE_UNCONFIRMED, UNREAD_NOTICES
 */
export default class OpenDossier {
  async handle(registration: Registration): Promise<Dossier> {
    const existing = await this.#existing(registration.id)
    if (existing) return existing
    const now = clock.now()
    const season = await Season.findOrFail(registration.seasonId)
    const releaseId = season.currentReleaseId
    if (!releaseId) refuse('UPLOAD_NOT_OPEN')
    if (phoneIsOpen(season, registration)) refuse('PHONE_UNCONFIRMED')
    const release = await releaseDocument(releaseId)
    const around = await readSurroundings(registration.id)
    const unread = await unreadMustReadNotices(season.id, registration.candidateId, now)
    const refusal = openingRefusal({
      open: opennessFor(around, release, now).open,
      unreadNotices: unread.length,
    })
    if (refusal) throw new Refused(refusal)

    const approved = await approvedBeforeHere(registration, release, now)
    const list = checklist(release, { ...around.facts, approved_before_here: approved })
    try {
      return await openGate({ registration, releaseId, list })
    } catch (error) {
      // A double click: the other request has just opened it.
      if (!isUniqueViolation(error)) throw error
      return (await this.#existing(registration.id))!
    }
  }

  #existing(registrationId: string) {
    return Dossier.query().where('registrationId', registrationId).where('live', 1).first()
  }
}
