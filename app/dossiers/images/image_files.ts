import drive from '@adonisjs/drive/services/main'
import { drawPreview, drawThumbnail } from './inspect.js'

/** What an object's key is made of: ids only, never a name that somebody sent. */
export interface ImageKey {
  regionId: string
  seasonId: string
  dossierId: string
  id: string
  format: 'jpeg' | 'png'
}

export type Derivative = 'thumbnail' | 'preview'

/** Keys are never used twice: images are immutable (ARCHITECTURE.md, Storage). */
function originalKey({ regionId, seasonId, dossierId, id, format }: ImageKey): string {
  return `${regionId}/${seasonId}/${dossierId}/${id}.${format === 'jpeg' ? 'jpg' : 'png'}`
}

function derivativeKey(image: ImageKey, derivative: Derivative): string {
  const { regionId, seasonId, dossierId, id } = image
  return `${regionId}/${seasonId}/${dossierId}/${id}.${derivative}.jpg`
}

const disk = () => drive.use('images')

/** Stores the original, durably, and its thumbnail. Object first, row second: no row without its object. */
export async function putImage(image: ImageKey, original: Buffer, thumbnail: Buffer) {
  await Promise.all([
    disk().put(originalKey(image), original),
    disk().put(derivativeKey(image, 'thumbnail'), thumbnail),
  ])
}

/** Takes back what `putImage` wrote, where the transaction then refused the image. */
export async function dropImage(image: ImageKey) {
  await Promise.all([
    disk().delete(originalKey(image)),
    disk().delete(derivativeKey(image, 'thumbnail')),
  ])
}

/** The derivative's bytes; drawn from the original on first view, or again when it is missing. */
export async function derivativeBytes(image: ImageKey, derivative: Derivative): Promise<Buffer> {
  const key = derivativeKey(image, derivative)
  if (await disk().exists(key)) return Buffer.from(await disk().getBytes(key))
  const original = Buffer.from(await disk().getBytes(originalKey(image)))
  const bytes = await (derivative === 'preview' ? drawPreview(original) : drawThumbnail(original))
  await disk().put(key, bytes)
  return bytes
}
