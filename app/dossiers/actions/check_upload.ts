import { imageRulesFor } from '#app/core/image_rules'
import { lockReason } from '#app/core/lock'
import type { ImageRules } from '#app/core/release'
import { notFound, refuse } from '#app/shared/exceptions/refused'
import { readSurroundings, windowAt } from '#app/dossiers/circumstances'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import { readDossier, type ReadDossier } from '#app/dossiers/read_dossier'

/** What is asked before the first byte of the body is read: whose item it is, its lock, its count. */
export default class CheckUpload {
  async handle(
    candidateId: string,
    itemId: string,
    at: number
  ): Promise<{ dossier: ReadDossier; rules: ImageRules }> {
    const item = await Item.find(itemId)
    const row = item && (await Dossier.find(item.dossierId))
    // Another candidate's item answers like a missing one.
    if (!item || row?.candidateId !== candidateId) notFound()
    const dossier = await readDossier(row)
    const core = dossier.core.items.find(({ id }) => id === itemId)!
    const around = await readSurroundings(row.registrationId)
    const reason = lockReason(dossier.core, core, windowAt(around, dossier.release, at), at)
    if (reason) refuse('ITEM_LOCKED', { reason }, [itemId])
    if (core.images.length >= core.max) refuse('ITEM_FULL', { max: core.max }, [itemId])
    const material = dossier.release.materials.find(({ code }) => code === item.material)
    if (!material) notFound()
    return { dossier, rules: imageRulesFor(dossier.release, material) }
  }
}
