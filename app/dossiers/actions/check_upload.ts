import { imageRulesFor } from '#app/core/image_rules'
import { lockReason } from '#app/core/lock'
import type { By } from '#app/core/dossier'
import type { Refusal } from '#app/core/refusal'
import type { ImageRules } from '#app/core/release'
import { releaseDocument } from '#app/catalog/releases'
import { notFound, Refused } from '#app/shared/exceptions/refused'
import { wasAnswered } from '#app/shared/idempotency'
import { readItemAround, windowAt } from '#app/dossiers/circumstances'
import { decoding } from '#app/dossiers/images/turns'
import type { DossierRow } from '#app/dossiers/read_dossier'

/**
 * What is asked before the first byte of the body is read: whose item it is, its lock, its count.
 * An upload that was answered before passes: the gate finds the answer once its bytes are known.
 */
export default class CheckUpload {
  async handle(
    candidateId: string,
    itemId: string,
    at: number,
    idempotencyKey: string | null,
    replaces: string | null = null,
    by: By = { kind: 'candidate', id: candidateId }
  ): Promise<{ dossier: DossierRow; rules: ImageRules }> {
    const found = await readItemAround(itemId)
    // Another candidate's item answers like a missing one.
    if (found?.dossier.candidateId !== candidateId) notFound()
    const { dossier, item, pictures, around } = found
    const release = await releaseDocument(dossier.releaseId)
    const reopened = item.reopened ? { changed: item.changed, answer: item.answer } : null
    const window = windowAt(around, release, at)
    const reason = lockReason(dossier, { ...item, reopened }, window, at)
    // One that takes another's place needs none of its own; the gate knows whether it is there.
    const isFull = pictures >= item.max && replaces === null
    const refusal: Refusal | null = reason
      ? { code: 'ITEM_LOCKED', params: { reason }, items: [itemId] }
      : isFull
        ? { code: 'ITEM_FULL', params: { max: item.max }, items: [itemId] }
        : null
    if (refusal && !(await wasAnswered(`${by.kind}:${by.id}`, idempotencyKey))) {
      throw new Refused(refusal)
    }
    decoding.refuseWhenHopeless()
    const material = release.materials.find(({ code }) => code === item.material)
    if (!material) notFound()
    return { dossier, rules: imageRulesFor(release, material) }
  }
}
