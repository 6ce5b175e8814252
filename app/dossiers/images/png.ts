import { crc32 } from 'node:zlib'
import { holdsScript, type StructureFault } from './structure.js'

const SIGNATURE_LENGTH = 8
/** Length, type and CRC around a chunk's data. */
const FRAME = 12

/** Chunks of the PNG specification (third edition) that a photograph or a scan may carry. */
const KNOWN = new Set(
  (
    'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI ' +
    'bKGD hIST pHYs sPLT eXIf tIME tEXt zTXt iTXt'
  ).split(' ')
)
const ANIMATION = new Set(['acTL', 'fcTL', 'fdAT'])
const PLAIN_TEXT = new Set(['tEXt', 'iTXt'])
const EIGHT_BITS = 8

/**
 * Walks a PNG's chunks from IHDR to IEND: known types in their order, each with its right CRC, no
 * animation, nothing behind the end. Compressed text is never inflated: 148 KB of it can hold 50 MB.
 *
 * @param bytes a file that begins with PNG's signature
 * @returns null for one whole picture and nothing else in the file
 */
export function walkPng(bytes: Buffer): StructureFault | null {
  let at = SIGNATURE_LENGTH
  let previous = ''
  let dataEnded = false
  for (;;) {
    if (at + FRAME > bytes.length) return 'truncated'
    const length = bytes.readUInt32BE(at)
    const end = at + FRAME + length
    if (end > bytes.length) return 'truncated'
    const type = bytes.subarray(at + 4, at + 8).toString('latin1')
    const data = bytes.subarray(at + 8, end - 4)
    const fault =
      typeFault(type, previous, dataEnded) ??
      (crc32(bytes.subarray(at + 4, end - 4)) === bytes.readUInt32BE(end - 4) ? null : 'bad_crc') ??
      contentFault(type, data)
    if (fault) return fault
    if (previous === 'IDAT' && type !== 'IDAT') dataEnded = true
    if (type === 'IEND') {
      if (!dataEnded || length > 0) return 'bad_chunk'
      return end === bytes.length ? null : 'trailing_data'
    }
    previous = type
    at = end
  }
}

function typeFault(type: string, previous: string, dataEnded: boolean): StructureFault | null {
  if (ANIMATION.has(type)) return 'animated'
  if ((type === 'IHDR') !== (previous === '')) return 'bad_chunk'
  if (type === 'IDAT' && dataEnded) return 'bad_chunk'
  // Private ancillary chunks (second letter small) are the camera's own; they are not read.
  const isPrivate = /^[a-z][a-z][A-Z][a-zA-Z]$/.test(type)
  return KNOWN.has(type) || isPrivate ? null : 'bad_chunk'
}

function contentFault(type: string, data: Buffer): StructureFault | null {
  if (type === 'IHDR') {
    if (data.length !== 13) return 'bad_chunk'
    return data[8] > EIGHT_BITS ? 'unsupported_colour' : null
  }
  const isText = PLAIN_TEXT.has(type) || !KNOWN.has(type)
  return isText && holdsScript(data) ? 'script_in_text' : null
}
