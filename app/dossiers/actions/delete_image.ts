import { notFound } from '#app/shared/exceptions/refused'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import Image from '#app/dossiers/models/image'

/** The "－" at a picture's corner (DOMAIN.md §2 rule 7). Its bytes stay until they are purged. */
export default class DeleteImage {
  async handle({ candidateId, imageId }: { candidateId: string; imageId: string }) {
    const image = await Image.find(imageId)
    const dossier = image && (await Dossier.find(image.dossierId))
    if (!image || dossier?.candidateId !== candidateId) notFound()
    return passGate({
      dossierId: dossier.id,
      event: { type: 'delete_image', item: image.itemId, image: image.id },
      by: { kind: 'candidate', id: candidateId },
    })
  }
}
