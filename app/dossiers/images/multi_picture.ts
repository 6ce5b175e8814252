import { endOfScan, EOI, isRestart, SOI, SOS, TEM } from './markers.js'
import { holdsScript } from './structure.js'

const NUMBER_OF_IMAGES = 0xb001
/** A gain map, a preview, a depth map, a second eye: no phone appends more. */
const MOST_EXTRAS = 8

/**
 * How many further pictures an MPF index announces (CIPA DC-007): phones append gain maps and
 * previews behind the picture. An index that cannot be read announces none.
 */
export function announcedPictures(segment: Buffer): number {
  if (segment.toString('latin1', 0, 4) !== 'MPF\0') return 0
  const tiff = segment.subarray(4)
  if (tiff.length < 8) return 0
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return 0
  const u16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = u32(4)
  if (directory + 2 > tiff.length) return 0
  const entries = u16(directory)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return 0
    if (u16(at) === NUMBER_OF_IMAGES) return Math.min(Math.max(0, u32(at + 8) - 1), MOST_EXTRAS)
  }
  return 0
}

/** Where an appended picture that starts at `from` ends, or null when it is none or holds a script. */
export function endOfExtra(bytes: Buffer, from: number): number | null {
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
