import {
  APP0,
  APP1,
  APP14,
  APP15,
  APP2,
  COM,
  endOfScan,
  EOI,
  isRestart,
  SOI,
  SOS,
  TEM,
} from './markers.js'
import { announcedPictures, endOfExtra } from './multi_picture.js'
import { orientationIn } from './orientation.js'
import { holdsScript, PIXEL_LIMIT, type StructureFault, type Walked } from './structure.js'

/** Baseline, extended and progressive Huffman coding: what cameras, scanners and programs write. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/** Lossless, differential, arithmetic coding and hierarchies: decoders are weak where nobody writes. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const HIERARCHY = new Set([0xdc, 0xde, 0xdf, 0xcc])

/** Encoders write up to a dozen; each is a pass over all coefficients. */
const MOST_SCANS = 20
/** Below so many pixels × scans no file is expensive, however little data it has. */
const CHEAP_PASSES = 20_000_000
/** A dozen megapixels in ten scans; nobody can read more of them in 200 KB. */
const MOST_PASSES = 128_000_000
/** Even a blank sheet has a byte for so many; a bomb of empty scans has not. */
const PASSES_PER_BYTE = 2048

interface Frame {
  width: number
  height: number
  components: number
}

/**
 * Walks a JPEG's markers from SOI to EOI (ISO/IEC 10918-1, annex B). Decoders are lenient: a cut
 * file, a zip behind the picture, a bomb of scans all pass them (IMAGES.md, hard checks).
 *
 * @returns the picture's facts, for one whole picture and nothing else in the file
 */
export function walkJpeg(bytes: Buffer): Walked {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== SOI) return { fault: 'bad_marker' }
  let at = 2
  let scans = 0
  let coded = 0
  let frame: Frame | null = null
  let extras = 0
  let orientation: number | null = null
  for (;;) {
    if (at >= bytes.length) return { fault: 'truncated' }
    if (bytes[at] !== 0xff) return { fault: 'bad_marker' }
    while (bytes[at] === 0xff) at++
    const marker = bytes[at++]
    if (marker === undefined) return { fault: 'truncated' }
    if (marker === EOI) {
      const fault = pictureFault(frame, scans, coded) ?? trailerFault(bytes, at, extras)
      if (fault) return { fault }
      const { width, height, components } = frame!
      const facts = { width, height, grey: components === 1, orientation: orientation ?? 1 }
      return { fault: null, ...facts, decodable: bytes }
    }
    if (marker === 0 || marker === SOI) return { fault: 'bad_marker' }
    if (isRestart(marker) || marker === TEM) continue

    if (at + 2 > bytes.length) return { fault: 'truncated' }
    const length = bytes.readUInt16BE(at)
    if (length < 2) return { fault: 'bad_marker' }
    if (at + length > bytes.length) return { fault: 'truncated' }
    const segment = bytes.subarray(at + 2, at + length)
    if (marker === COM || (marker >= APP0 && marker <= APP15)) {
      if (holdsScript(segment)) return { fault: 'script_in_text' }
      if (marker === APP1 && orientation === null && isExif(segment)) {
        orientation = orientationIn(segment.subarray(6))
      }
      if (marker === APP2) extras += announcedPictures(segment)
      if (marker === APP14 && isAdobeYcck(segment)) return { fault: 'unsupported_colour' }
    }
    if (HIERARCHY.has(marker)) return { fault: 'unsupported_coding' }
    if (isFrame(marker)) {
      if (frame) return { fault: 'bad_header' }
      const read = readFrame(marker, segment)
      if (typeof read === 'string') return { fault: read }
      frame = read
    }
    at += length
    if (marker !== SOS) continue
    if (!frame) return { fault: 'bad_header' }
    if (++scans > MOST_SCANS) return { fault: 'too_many_scans' }
    const end = endOfScan(bytes, at)
    coded += end - at
    at = end
  }
}

function readFrame(marker: number, segment: Buffer): Frame | StructureFault {
  if (!FRAMES.has(marker)) return 'unsupported_coding'
  if (segment.length < 6) return 'bad_header'
  const [precision] = segment
  const height = segment.readUInt16BE(1)
  const width = segment.readUInt16BE(3)
  const components = segment[5]
  if (precision !== 8) return 'unsupported_coding'
  if (components !== 1 && components !== 3) return 'unsupported_colour'
  // Height 0 would be told by a later marker (DNL), which nobody writes and few decoders read.
  if (segment.length !== 6 + components * 3 || width === 0 || height === 0) return 'bad_header'
  if (width * height > PIXEL_LIMIT) return 'too_many_pixels'
  return { width, height, components }
}

function pictureFault(frame: Frame | null, scans: number, coded: number): StructureFault | null {
  if (scans === 0 || !frame) return 'truncated'
  const passes = frame.width * frame.height * scans
  if (scans > 1 && passes > MOST_PASSES) return 'too_many_scans'
  return passes > CHEAP_PASSES && passes > coded * PASSES_PER_BYTE ? 'too_thin' : null
}

const isExif = (segment: Buffer) => segment.toString('latin1', 0, 6) === 'Exif\0\0'

/** Adobe's transform 2 is YCCK: four components behind a JPEG that looks plain. */
function isAdobeYcck(segment: Buffer): boolean {
  return segment.toString('latin1', 0, 5) === 'Adobe' && segment[11] === 2
}

/**
 * Behind EOI stands nothing, or as many whole JPEGs as the MPF index announced. Padding with zeros
 * is the one thing that writers leave and that nothing can hide in.
 */
function trailerFault(bytes: Buffer, from: number, announced: number): StructureFault | null {
  let at = from
  let left = announced
  while (at < bytes.length) {
    if (bytes[at] === 0) {
      at++
      continue
    }
    if (left === 0 || bytes[at] !== 0xff || bytes[at + 1] !== SOI) return 'trailing_data'
    const end = endOfExtra(bytes, at)
    if (end === null) return 'trailing_data'
    at = end
    left--
  }
  return null
}
