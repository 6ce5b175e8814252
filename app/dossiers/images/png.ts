import { crc32 } from 'node:zlib'
import { orientationIn } from './orientation.js'
import { holdsScript, PIXEL_LIMIT, type StructureFault, type Walked } from './structure.js'

const SIGNATURE_LENGTH = 8
/** Length, type and CRC around a chunk's data. */
const FRAME = 12

/**
 * Chunks of the PNG specification (third edition) and of its registered extensions that a photograph or
 * a scan may carry; editors write offsets and scales.
 */
const KNOWN = new Set(
  (
    'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI ' +
    'bKGD hIST pHYs sPLT eXIf tIME tEXt zTXt iTXt oFFs pCAL sCAL gIFg gIFx sTER'
  ).split(' ')
)
const ANIMATION = new Set(['acTL', 'fcTL', 'fdAT'])
const PLAIN_TEXT = new Set(['tEXt', 'iTXt'])
/** What a decoder needs for the pixels and their turn; the rest it would inflate, or not know. */
const DECODED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'sRGB', 'eXIf'])
const ONCE = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'iCCP', 'eXIf', 'IEND'])

const GREY = 0
const PALETTE = 3
const GREY_ALPHA = 4
/** Samples of a pixel by colour type. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const EIGHT_BITS = 8

/** Deflate shrinks at most so far: what promises more is cut, whatever its checksums say. */
const MOST_DEFLATED = 1032
/** An inflated picture so small is cheap, however well it is packed. */
const CHEAP_BYTES = 8 * 1024 * 1024
/** A page with anything on it is never packed so well; a bomb is. */
const MOST_PACKED = 700
/** All of an interlaced picture is held in memory at once. */
const MOST_INTERLACED = 16 * 1024 * 1024

interface Header {
  width: number
  height: number
  colour: number
  interlaced: boolean
  /** Bytes of the pixels once inflated. */
  inflated: number
}

/**
 * Walks a PNG's chunks from IHDR to IEND: known types in their order, each with its right CRC, no
 * animation, nothing behind the end, and no more pixels than its data can hold. Compressed text is
 * never inflated, neither here nor by the decoder: 148 KB of it can hold 50 MB.
 *
 * @param bytes a file that begins with PNG's signature
 * @returns the picture's facts, for one whole picture and nothing else in the file
 */
export function walkPng(bytes: Buffer): Walked {
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE_LENGTH)]
  const seen = new Set<string>()
  let header: Header | null = null
  let orientation = 1
  let at = SIGNATURE_LENGTH
  let previous = ''
  let packed = 0
  for (;;) {
    if (at + FRAME > bytes.length) return { fault: 'truncated' }
    const length = bytes.readUInt32BE(at)
    const end = at + FRAME + length
    if (end > bytes.length) return { fault: 'truncated' }
    const type = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, end - 4)
    const fault =
      typeFault(type, previous, seen) ??
      (crc32(bytes.subarray(at + 4, end - 4)) === bytes.readUInt32BE(end - 4) ? null : 'bad_crc') ??
      contentFault(type, data, header)
    if (fault) return { fault }
    if (type === 'IHDR') {
      const read = readHeader(data)
      if (typeof read === 'string') return { fault: read }
      header = read
    }
    if (type === 'eXIf') orientation = orientationIn(data)
    if (type === 'IDAT') packed += length
    if (DECODED.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') {
      if (length > 0) return { fault: 'bad_chunk' }
      const wrong =
        endFault(header!, seen, packed) ?? (end === bytes.length ? null : 'trailing_data')
      if (wrong) return { fault: wrong }
      const { width, height, colour } = header!
      const grey = colour === GREY || colour === GREY_ALPHA
      return { fault: null, width, height, grey, orientation, decodable: Buffer.concat(kept) }
    }
    seen.add(type)
    previous = type
    at = end
  }
}

function typeFault(type: string, previous: string, seen: Set<string>): StructureFault | null {
  if (ANIMATION.has(type)) return 'animated'
  if ((type === 'IHDR') !== (previous === '')) return 'bad_chunk'
  if (ONCE.has(type) && seen.has(type)) return 'bad_chunk'
  if (type === 'IDAT' && previous !== 'IDAT' && seen.has('IDAT')) return 'bad_chunk'
  if ((type === 'PLTE' || type === 'tRNS') && seen.has('IDAT')) return 'bad_chunk'
  // Private ancillary chunks (second letter small) are the camera's own; they are not read.
  const isPrivate = /^[a-z][a-z][A-Z][a-zA-Z]$/.test(type)
  return KNOWN.has(type) || isPrivate ? null : 'bad_chunk'
}

/** IHDR's thirteen bytes (PNG third edition, 11.2.1). */
function readHeader(data: Buffer): Header | StructureFault {
  if (data.length !== 13) return 'bad_header'
  const width = data.readUInt32BE(0)
  const height = data.readUInt32BE(4)
  const [bits, colour, compression, filter, interlace] = data.subarray(8)
  if (bits > EIGHT_BITS) return 'unsupported_colour'
  const isPaletteOrGrey = colour === GREY || colour === PALETTE
  const fits = isPaletteOrGrey ? [1, 2, 4, 8].includes(bits) : bits === EIGHT_BITS
  if (!(colour in SAMPLES) || !fits || compression || filter || interlace > 1) return 'bad_header'
  if (width === 0 || height === 0) return 'bad_header'
  if (width * height > PIXEL_LIMIT) return 'too_many_pixels'
  const inflated = height * (1 + Math.ceil((width * bits * SAMPLES[colour]) / 8))
  return { width, height, colour, interlaced: interlace === 1, inflated }
}

function contentFault(type: string, data: Buffer, header: Header | null): StructureFault | null {
  if (type === 'PLTE') {
    const isPalette = data.length > 0 && data.length % 3 === 0 && data.length <= 768
    const isColoured = header!.colour !== GREY && header!.colour !== GREY_ALPHA
    return isPalette && isColoured ? null : 'bad_chunk'
  }
  const isText = PLAIN_TEXT.has(type) || !KNOWN.has(type)
  return isText && holdsScript(data) ? 'script_in_text' : null
}

function endFault(header: Header, seen: Set<string>, packed: number): StructureFault | null {
  if (!seen.has('IDAT') || (header.colour === PALETTE && !seen.has('PLTE'))) return 'bad_chunk'
  const { inflated, interlaced } = header
  if (inflated > packed * MOST_DEFLATED) return 'truncated'
  if (inflated > CHEAP_BYTES && inflated > packed * MOST_PACKED) return 'too_thin'
  return interlaced && inflated > MOST_INTERLACED ? 'too_thin' : null
}
