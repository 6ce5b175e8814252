import type { By } from '#app/core/dossier'
import { notFound } from '#app/shared/exceptions/refused'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import Image from '#app/dossiers/models/image'

interface Removal {
  candidateId: string
  /** The only dossier that it may be in, where he has more. */
  dossierId?: string
  imageId: string
  /** Who removes it, where not the candidate himself. */
  by?: By
}

/** The "－" at a picture's corner (DOMAIN.md §2 rule 7). Its bytes stay until they are purged. */
export default class DeleteImage {
  async handle(removal: Removal) {
    const { candidateId, dossierId, imageId, by = { kind: 'candidate', id: candidateId } } = removal
    const image = await Image.find(imageId)
    const dossier = image && (await Dossier.find(image.dossierId))
    if (!image || dossier?.candidateId !== candidateId) notFound()
    if (dossierId !== undefined && dossier.id !== dossierId) notFound()
    return passGate({
      dossierId: dossier.id,
      event: { type: 'delete_image', item: image.itemId, image: image.id },
      by,
    })
  }
}
