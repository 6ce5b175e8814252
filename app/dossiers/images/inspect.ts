import sharp, { type SharpOptions } from 'sharp'
import type { MeasuredImage } from '#app/core/image_rules'
import './decoders.js'
import { walkJpeg } from './jpeg.js'
import { isOnItsSide } from './orientation.js'
import { walkPng } from './png.js'
import { PIXEL_LIMIT, type Structure, type Walked } from './structure.js'
import { decoding } from './turns.js'

const THUMBNAIL_SIDE = 320
export const PREVIEW_SIDE = 1600

/** `full`: pixel for pixel, where the preview has fewer. */
export type Derivative = 'thumbnail' | 'preview' | 'full'
/** Grey levels that noise and compression may spread an empty sheet over. */
const UNIFORM_SPREAD = 6
/** A thumbnail with anything on it has more bytes than this: only smaller ones are looked at. */
const EMPTY_SHEET_BYTES = 6_000

export interface Inspection {
  measured: MeasuredImage
  /** The bytes are a whole picture; without it nothing was stored. */
  thumbnail: Buffer | null
}

/** By the first bytes only: neither the name nor the content type counts. */
function formatOf(bytes: Buffer): MeasuredImage['format'] {
  if (bytes.toString('hex', 0, 3) === 'ffd8ff') return 'jpeg'
  if (bytes.toString('hex', 0, 8) === '89504e470d0a1a0a') return 'png'
  return null
}

/** Decoders forgive; the structure walk does not. */
function walk(bytes: Buffer, format: 'jpeg' | 'png'): Walked {
  return format === 'jpeg' ? walkJpeg(bytes) : walkPng(bytes)
}

/**
 * Measures an image and makes its 320 px thumbnail in one decode: the shrink-on-load pass with
 * `failOn: 'warning'` refuses the truncated files that a full decode refuses (IMAGES.md). Sizes and
 * turn come from the walk, so that what is refused by them is never decoded.
 *
 * @param bytes the whole file as received
 * @returns the facts for core/image_rules; no sizes and no thumbnail where the bytes cannot be read
 * @throws Refused SERVER_BUSY where too many others wait for the decoder
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
  const nothing: Inspection = { measured: unread, thumbnail: null }
  if (format === null) return nothing
  const structure = walk(bytes, format)
  if (structure.fault) return nothing
  return decoding.take(async () => {
    const decoded = await decode(structure)
    if (!decoded) return nothing
    const { width, height, grey, orientation } = structure
    const [shownWidth, shownHeight] = isOnItsSide(orientation) ? [height, width] : [width, height]
    return {
      measured: {
        ...unread,
        width: shownWidth,
        height: shownHeight,
        grey,
        orientation,
        ...decoded,
      },
      thumbnail: decoded.thumbnail,
    }
  })
}

/** Null where the decoder finds the pixels damaged. */
async function decode({ decodable }: Structure) {
  try {
    const thumbnail = await drawThumbnail(decodable, {
      failOn: 'warning',
      sequentialRead: true,
    })
    const uniform = thumbnail.length < EMPTY_SHEET_BYTES && (await isUniform(thumbnail))
    return { thumbnail, uniform }
  } catch {
    return null
  }
}

/** Whether no colour channel changes from edge to edge. */
async function isUniform(thumbnail: Buffer): Promise<boolean> {
  const { data, info } = await sharp(thumbnail).raw().toBuffer({ resolveWithObject: true })
  for (let channel = 0; channel < info.channels; channel++) {
    let least = 255
    let most = 0
    for (let at = channel; at < data.length; at += info.channels) {
      least = Math.min(least, data[at])
      most = Math.max(most, data[at])
    }
    if (most - least > UNIFORM_SPREAD) return false
  }
  return true
}

/**
 * What people look at: upright, on white, without metadata (EXIF and GPS never leave).
 *
 * @param side the longest, px; null: as large as it is
 */
function draw(bytes: Buffer, side: number | null, quality: number, options: SharpOptions = {}) {
  return sharp(bytes, { limitInputPixels: PIXEL_LIMIT, ...options })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer()
}

function drawThumbnail(bytes: Buffer, options?: SharpOptions) {
  return draw(bytes, THUMBNAIL_SIDE, 78, options)
}

/**
 * A derivative of a stored original, drawn anew.
 *
 * @throws Refused SERVER_BUSY
 */
export function drawDerivative(original: Buffer, derivative: Derivative) {
  const structure = walk(original, formatOf(original) ?? 'jpeg')
  const bytes = structure.fault ? original : structure.decodable
  const draws: Record<Derivative, () => Promise<Buffer>> = {
    thumbnail: () => drawThumbnail(bytes),
    preview: () => draw(bytes, PREVIEW_SIDE, 86),
    full: () => draw(bytes, null, 92),
  }
  return decoding.take(draws[derivative])
}
