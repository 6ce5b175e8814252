import { imageRulesFor } from '#app/core/image_rules'
import { lockReason } from '#app/core/lock'
import type { Refusal } from '#app/core/refusal'
import type { ImageRules } from '#app/core/release'
import { notFound, Refused } from '#app/shared/exceptions/refused'
import { wasAnswered } from '#app/shared/idempotency'
import { readSurroundings, windowAt } from '#app/dossiers/circumstances'
import { decoding } from '#app/dossiers/images/turns'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import { readDossier, type ReadDossier } from '#app/dossiers/read_dossier'

/**
 * What is asked before the first byte of the body is read: whose item it is, its lock, its count.
 * An upload that was answered before passes: the gate finds the answer once its bytes are known.
 */
export default class CheckUpload {
  async handle(
    candidateId: string,
    itemId: string,
    at: number,
    idempotencyKey: string | null
  ): Promise<{ dossier: ReadDossier; rules: ImageRules }> {
    const item = await Item.find(itemId)
    const row = item && (await Dossier.find(item.dossierId))
    // Another candidate's item answers like a missing one.
    if (!item || row?.candidateId !== candidateId) notFound()
    const dossier = await readDossier(row)
    const core = dossier.core.items.find(({ id }) => id === itemId)!
    const around = await readSurroundings(row.registrationId)
    const reason = lockReason(dossier.core, core, windowAt(around, dossier.release, at), at)
    const refusal: Refusal | null = reason
      ? { code: 'ITEM_LOCKED', params: { reason }, items: [itemId] }
      : core.images.length >= core.max
        ? { code: 'ITEM_FULL', params: { max: core.max }, items: [itemId] }
        : null
    if (refusal && !(await wasAnswered(`candidate:${candidateId}`, idempotencyKey))) {
      throw new Refused(refusal)
    }
    decoding.refuseWhenHopeless()
    const material = dossier.release.materials.find(({ code }) => code === item.material)
    if (!material) notFound()
    return { dossier, rules: imageRulesFor(dossier.release, material) }
  }
}
