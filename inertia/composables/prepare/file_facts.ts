export type FileKind = 'jpeg' | 'png' | 'webp' | 'bmp' | 'gif' | 'heic' | 'avif' | 'tiff' | 'pdf'

export interface FileFacts {
  /** By the first bytes; null for anything else. Names and content types lie. */
  kind: FileKind | null
  /** EXIF orientation of a JPEG, 1 … 8; 1 where there is none. */
  orientation: number
  animated: boolean
}

/** So many bytes from the start are enough for everything here, unless a camera is very talkative. */
export const HEAD_BYTES = 256 * 1024

/** What a file is and how it says to be turned, by its first bytes. */
export function fileFacts(head: Uint8Array): FileFacts {
  const kind = kindOf(head)
  return {
    kind,
    orientation: kind === 'jpeg' ? jpegOrientation(head) : 1,
    animated: kind === 'gif' || ((kind === 'png' || kind === 'webp') && isAnimated(head, kind)),
  }
}

const text = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length))

function kindOf(head: Uint8Array): FileKind | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (text(head, 1, 3) === 'PNG' && head[0] === 0x89) return 'png'
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 4) === 'WEBP') return 'webp'
  if (text(head, 0, 3) === 'GIF') return 'gif'
  if (text(head, 0, 2) === 'BM') return 'bmp'
  if (text(head, 0, 5) === '%PDF-') return 'pdf'
  if (text(head, 0, 4) === 'II*\0' || text(head, 0, 4) === 'MM\0*') return 'tiff'
  if (text(head, 4, 4) !== 'ftyp') return null
  const brand = text(head, 8, 4)
  if (/^avi[fs]/.test(brand)) return 'avif'
  return /^(hei[cfmsx]|hev[cmsx]|mif1|msf1)/.test(brand) ? 'heic' : null
}

/** The orientation tag in the APP1 segment (Exif 2.3, tag 0x0112). */
function jpegOrientation(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  for (let at = 2; at + 4 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return 1
    const marker = view.getUint8(at + 1)
    // The picture's own data begins: no metadata any more.
    if (marker === 0xda) return 1
    const length = view.getUint16(at + 2)
    if (marker === 0xe1 && text(head, at + 4, 4) === 'Exif') return exifOrientation(view, at + 10)
    if (length < 2) return 1
    at += 2 + length
  }
  return 1
}

function exifOrientation(view: DataView, start: number): number {
  if (start + 8 > view.byteLength) return 1
  const little = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, little)
  if (directory + 2 > view.byteLength) return 1
  const entries = view.getUint16(directory, little)
  for (let n = 0; n < entries; n++) {
    const entry = directory + 2 + n * 12
    if (entry + 12 > view.byteLength) return 1
    if (view.getUint16(entry, little) !== 0x0112) continue
    const value = view.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** Its chunk of animation stands before the first picture's data. */
function isAnimated(head: Uint8Array, kind: 'png' | 'webp'): boolean {
  if (kind === 'webp') return text(head, 12, 4) === 'VP8X' && (head[20]! & 0x02) !== 0
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const type = text(head, at + 4, 4)
    if (type === 'acTL') return true
    if (type === 'IDAT') return false
  }
  return false
}
