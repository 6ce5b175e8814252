import { clock } from '#app/shared/clock'
import { readSurroundings } from '#app/dossiers/circumstances'
import { imagesOver, type LiveHandover } from '#app/dossiers/handovers'
import { candidateItems } from '#app/dossiers/item_views'
import { readDossier } from '#app/dossiers/read_dossier'

/**
 * What the phone sees (inertia/types/handover.ts): names and rules of the items that take pictures
 * now, and the tiles of what came over this very link. Nothing of the person, nothing else of his.
 */
export async function handoverPage({ handover, dossier }: LiveHandover, token: string) {
  const read = await readDossier(dossier)
  const around = await readSurroundings(dossier.registrationId)
  const own = await imagesOver(handover)
  const items = candidateItems(read, around, [], new Map(), clock.now())
    .filter(({ id, editable }) => editable && (handover.itemId ?? id) === id)
    .map((item) => ({
      ...placesOf(item),
      tiles: item.images
        .filter(({ id }) => own.has(id))
        .map(({ id, place, position }) => ({
          ...{ id, place, position },
          thumbnailUrl: tileUrl(dossier.regionId, token, id),
        })),
    }))
  return { expiresAt: handover.expiresAt, items }
}

/** What somebody has to know of an item to add to it. */
export function placesOf(item: ReturnType<typeof candidateItems>[number]) {
  const { id, number, name, need, min, max, places, rules, images } = item
  return {
    ...{ id, number, name, min, max, rules },
    required: need === 'required',
    taken: images.length,
    places: places.map((place) => ({
      ...place,
      taken: images.some((image) => image.place === place.code),
    })),
  }
}

export function tileUrl(regionId: string, token: string, imageId: string): string {
  return `/${regionId}/handovers/${token}/images/${imageId}`
}
