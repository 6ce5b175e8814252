import { holdsScript, type StructureFault } from './structure.js'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COM = 0xfe
const APP0 = 0xe0
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const TEM = 0x01

/** A valid progressive picture of a phone has about ten scans; each one is a pass over all pixels. */
const MOST_SCANS = 64
const CMYK_COMPONENTS = 4

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/**
 * Walks a JPEG's markers from SOI to EOI (ISO/IEC 10918-1, annex B). Decoders are lenient: a cut
 * file, a zip behind the picture, a bomb of scans all pass them (IMAGES.md, hard checks).
 *
 * @returns null for one whole picture and nothing else in the file
 */
export function walkJpeg(bytes: Buffer): StructureFault | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== SOI) return 'bad_marker'
  let at = 2
  let scans = 0
  let frames = 0
  let extras = 0
  for (;;) {
    if (at >= bytes.length) return 'truncated'
    if (bytes[at] !== 0xff) return 'bad_marker'
    while (bytes[at] === 0xff) at++
    const marker = bytes[at++]
    if (marker === undefined) return 'truncated'
    if (marker === EOI) {
      if (scans === 0 || frames !== 1) return 'truncated'
      return trailer(bytes, at, extras)
    }
    if (marker === 0 || marker === SOI) return 'bad_marker'
    if (isRestart(marker) || marker === TEM) continue

    if (at + 2 > bytes.length) return 'truncated'
    const length = bytes.readUInt16BE(at)
    if (length < 2) return 'bad_marker'
    if (at + length > bytes.length) return 'truncated'
    const segment = bytes.subarray(at + 2, at + length)
    if (marker === COM || (marker >= APP0 && marker <= APP15)) {
      if (holdsScript(segment)) return 'script_in_text'
      if (marker === APP2) extras += multiPictures(segment)
      if (marker === APP14 && isAdobeYcck(segment)) return 'unsupported_colour'
    }
    if (isFrame(marker)) {
      frames++
      if (segment[5] === CMYK_COMPONENTS) return 'unsupported_colour'
    }
    at += length
    if (marker !== SOS) continue
    if (++scans > MOST_SCANS) return 'too_many_scans'
    at = endOfScan(bytes, at)
  }
}

/** The next marker behind entropy-coded data: stuffed zeros and restart markers belong to it. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at === -1) return bytes.length
    const next = bytes[at + 1]
    if (next === undefined) return bytes.length
    if (next !== 0 && !isRestart(next)) return at
    at += 2
  }
}

/** Adobe's transform 2 is YCCK: four components behind a JPEG that looks plain. */
function isAdobeYcck(segment: Buffer): boolean {
  return segment.subarray(0, 5).toString('latin1') === 'Adobe' && segment[11] === 2
}

/**
 * How many further pictures an MPF index announces (CIPA DC-007): phones append gain maps and
 * previews behind the picture. An index that cannot be read announces none.
 */
function multiPictures(segment: Buffer): number {
  if (segment.subarray(0, 4).toString('latin1') !== 'MPF\0') return 0
  const tiff = segment.subarray(4)
  if (tiff.length < 8) return 0
  const order = tiff.subarray(0, 2).toString('latin1')
  if (order !== 'II' && order !== 'MM') return 0
  const u16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = u32(4)
  if (directory + 2 > tiff.length) return 0
  for (let entry = 0; entry < u16(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return 0
    const isNumberOfImages = u16(at) === 0xb001
    if (isNumberOfImages) return Math.max(0, u32(at + 8) - 1)
  }
  return 0
}

/**
 * Behind EOI stands nothing, or as many whole JPEGs as the MPF index announced. Padding with zeros
 * is the one thing that writers leave and that nothing can hide in.
 */
function trailer(bytes: Buffer, from: number, announced: number): StructureFault | null {
  let at = from
  let left = announced
  while (at < bytes.length) {
    if (bytes[at] === 0) {
      at++
      continue
    }
    if (left === 0 || bytes[at] !== 0xff || bytes[at + 1] !== SOI) return 'trailing_data'
    const end = endOfPicture(bytes, at)
    if (end === null) return 'trailing_data'
    at = end
    left--
  }
  return null
}

/** Where a picture that starts at `from` ends, or null when it does not. */
function endOfPicture(bytes: Buffer, from: number): number | null {
  let at = from + 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null
    while (bytes[at] === 0xff) at++
    const marker = bytes[at++]
    if (marker === EOI) return at
    if (marker === undefined || marker === 0 || marker === SOI) return null
    if (isRestart(marker) || marker === TEM) continue
    if (at + 2 > bytes.length) return null
    const length = bytes.readUInt16BE(at)
    if (length < 2 || holdsScript(bytes.subarray(at + 2, at + length))) return null
    at += length
    if (marker === SOS) at = endOfScan(bytes, at)
  }
  return null
}
