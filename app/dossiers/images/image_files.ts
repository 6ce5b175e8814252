import type { Readable } from 'node:stream'
import drive from '@adonisjs/drive/services/main'
import { drawDerivative, type Derivative } from './inspect.js'

/** What an object's key is made of: ids only, never a name that somebody sent. */
export interface ImageKey {
  regionId: string
  seasonId: string
  dossierId: string
  id: string
  format: 'jpeg' | 'png'
}

export type { Derivative }

/** Keys are never used twice: images are immutable (ARCHITECTURE.md, Storage). */
export function originalKey({ regionId, seasonId, dossierId, id, format }: ImageKey): string {
  return `${regionId}/${seasonId}/${dossierId}/${id}.${format === 'jpeg' ? 'jpg' : 'png'}`
}

function derivativeKey(image: ImageKey, derivative: Derivative): string {
  const { regionId, seasonId, dossierId, id } = image
  return `${regionId}/${seasonId}/${dossierId}/${id}.${derivative}.jpg`
}

/** What a power cut may take: it is drawn again from its original. */
const REDRAWN = { durable: false }

const disk = () => drive.use('images')

/**
 * Stores the original, durably, and its thumbnail, which can be drawn again. Object first, row
 * second: no row without its object.
 */
export async function putImage(image: ImageKey, original: Buffer, thumbnail: Buffer) {
  await Promise.all([
    disk().put(originalKey(image), original),
    disk().put(derivativeKey(image, 'thumbnail'), thumbnail, REDRAWN),
  ])
}

/** The bytes as they came. */
export function openOriginal(image: ImageKey): Promise<Readable> {
  return disk().getStream(originalKey(image))
}

/** Takes back what `putImage` wrote, where the transaction then refused the image. */
export async function dropImage(image: ImageKey) {
  await Promise.all([
    disk().delete(originalKey(image)),
    disk().delete(derivativeKey(image, 'thumbnail')),
  ])
}

/** Everything of an image whose row is gone. */
export async function purgeImage(image: ImageKey) {
  await Promise.all([
    disk().delete(derivativeKey(image, 'preview')),
    disk().delete(derivativeKey(image, 'full')),
  ])
  await dropImage(image)
}

/** The derivative's bytes; drawn from the original on first view, or again when it is missing. */
export async function derivativeBytes(image: ImageKey, derivative: Derivative): Promise<Buffer> {
  const key = derivativeKey(image, derivative)
  const drawn = await wholeDerivative(key)
  if (drawn) return drawn
  const original = Buffer.from(await disk().getBytes(originalKey(image)))
  const bytes = await drawDerivative(original, derivative)
  await disk().put(key, bytes, REDRAWN)
  return bytes
}

/** A derivative is not synced: after a power cut it may be there with nothing in it. */
async function wholeDerivative(key: string): Promise<Buffer | null> {
  if (!(await disk().exists(key))) return null
  const bytes = Buffer.from(await disk().getBytes(key))
  return bytes.toString('hex', 0, 2) === 'ffd8' &&
    bytes.toString('hex', bytes.length - 2) === 'ffd9'
    ? bytes
    : null
}
