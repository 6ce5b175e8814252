import sharp from 'sharp'
import type { MeasuredImage } from '#app/core/image_rules'
import { walkJpeg } from './jpeg.js'
import { walkPng } from './png.js'

// Only JPEG and PNG are decoded in this process: sharp would also open SVG, WebP, GIF, TIFF.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
sharp.cache(false)
// Two images at once beat one image with two threads (IMAGES.md).
sharp.concurrency(1)

const THUMBNAIL_SIDE = 320
const PREVIEW_SIDE = 1600
/** Asked before anything is decoded: a 160-megapixel file of 1 KB would cost 573 MB. */
const PIXEL_LIMIT = 25_000_000
/** Grey levels that noise and compression may spread an empty sheet over. */
const UNIFORM_SPREAD = 6

export interface Inspection {
  measured: MeasuredImage
  /** The bytes are a whole picture; without it nothing was stored. */
  thumbnail: Buffer | null
}

/** By the first bytes only: neither the name nor the content type counts. */
function formatOf(bytes: Buffer): MeasuredImage['format'] {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png'
  return null
}

/** Decoders forgive; the structure walk does not. */
function structureFault(bytes: Buffer, format: 'jpeg' | 'png') {
  return format === 'jpeg' ? walkJpeg(bytes) : walkPng(bytes)
}

/**
 * Measures an image and makes its 320 px thumbnail in one decode: the shrink-on-load pass with
 * `failOn: 'warning'` refuses the truncated files that a full decode refuses (IMAGES.md).
 *
 * @param bytes the whole file as received
 * @returns the facts for core/image_rules; no sizes and no thumbnail where the bytes cannot be read
 */
export async function inspectImage(bytes: Buffer): Promise<Inspection> {
  const format = formatOf(bytes)
  const unread: MeasuredImage = {
    bytes: bytes.length,
    format,
    width: null,
    height: null,
    uniform: false,
    grey: false,
    orientation: 1,
  }
  if (format === null || structureFault(bytes, format)) return { measured: unread, thumbnail: null }
  try {
    const source = sharp(bytes, {
      failOn: 'warning',
      limitInputPixels: PIXEL_LIMIT,
      sequentialRead: true,
    })
    const facts = await source.metadata()
    const isSupported =
      facts.space !== 'cmyk' && facts.depth === 'uchar' && (facts.pages ?? 1) === 1
    if (!isSupported) return { measured: unread, thumbnail: null }
    const { data, info } = await source
      .autoOrient()
      .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const thumbnail = await sharp(data, { raw: { width, height, channels } })
      .jpeg({ quality: 78 })
      .toBuffer()
    return {
      measured: {
        ...unread,
        width: facts.autoOrient.width,
        height: facts.autoOrient.height,
        uniform: isUniform(data),
        grey: channels === 1,
        orientation: facts.orientation ?? 1,
      },
      thumbnail,
    }
  } catch {
    return { measured: unread, thumbnail: null }
  }
}

function isUniform(pixels: Buffer): boolean {
  let least = 255
  let most = 0
  for (const value of pixels) {
    if (value < least) least = value
    if (value > most) most = value
    if (most - least > UNIFORM_SPREAD) return false
  }
  return true
}

/** What people look at: upright, on white, without metadata (EXIF and GPS never leave). */
export function drawPreview(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: PIXEL_LIMIT })
    .autoOrient()
    .resize(PREVIEW_SIDE, PREVIEW_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 86 })
    .toBuffer()
}

/** A thumbnail from a preview or an original, for one that got lost. */
export function drawThumbnail(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: PIXEL_LIMIT })
    .autoOrient()
    .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 78 })
    .toBuffer()
}
