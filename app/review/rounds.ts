import type { Item } from '#app/core/dossier'
import type Image from '#app/dossiers/models/image'
import type Submission from '#app/dossiers/models/submission'
import type { PlacedImage } from '#app/dossiers/read_dossier'

/** What was handed in, and when: pictures of before are kept as long as a manifest names them. */
export interface Rounds {
  /** Newest first. */
  submissions: readonly Submission[]
  /** All that the dossier ever held and still keeps. */
  pictures: readonly Image[]
}

/** What a manifest names of an item, in its order. */
export function submittedOf(
  { id, material }: Pick<Item, 'id' | 'material'>,
  submission: Submission | undefined,
  { pictures }: Rounds
): PlacedImage[] {
  const hashes = submission?.manifest[material] ?? []
  return hashes.flatMap((sha256, at) => {
    const picture = pictures.find((one) => one.itemId === id && one.sha256 === sha256)
    if (!picture) return []
    const { format, bytes, width, height, receivedAt, addedBy } = picture
    const facts = { id: picture.id, itemId: id, sha256, format, bytes, width, height }
    return [{ ...facts, receivedAt, addedBy, place: null, position: at + 1 }]
  })
}

/**
 * What is new of an item since the round before, and what each new picture stands in place of: the
 * first new one of the first that is gone, and so on. The same bytes sent again are not new.
 */
export function comparedWith(before: readonly PlacedImage[], now: readonly PlacedImage[]) {
  const hashes = (images: readonly PlacedImage[]) => new Set(images.map(({ sha256 }) => sha256))
  const [old, current] = [hashes(before), hashes(now)]
  const fresh = now.filter(({ sha256 }) => !old.has(sha256))
  const gone = before.filter(({ sha256 }) => !current.has(sha256))
  return {
    hasChanged: fresh.length + gone.length > 0,
    isNew: (image: PlacedImage) => fresh.includes(image),
    replacedBy: (image: PlacedImage) => gone[fresh.indexOf(image)] ?? null,
  }
}
