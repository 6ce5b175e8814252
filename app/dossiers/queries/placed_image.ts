import Dossier from '#app/dossiers/models/dossier'
import { readDossier } from '#app/dossiers/read_dossier'

/** A stored picture with its place and its 1-based position in the item, or null when it is gone. */
export async function placedImage(dossierId: string, imageId: string) {
  const { images } = await readDossier(await Dossier.findOrFail(dossierId))
  const image = images.find(({ id }) => id === imageId)
  if (!image) return null
  const own = images.filter(({ itemId }) => itemId === image.itemId)
  return { ...image, position: own.indexOf(image) + 1 }
}
