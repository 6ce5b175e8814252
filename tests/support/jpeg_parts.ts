/** What JPEGs are made of, to put together files that no encoder writes. */
export const SOI = Buffer.from([0xff, 0xd8])
export const EOI = Buffer.from([0xff, 0xd9])

/** A marker segment with its length. */
export function segment(marker: number, data: Buffer | string | number[]): Buffer {
  const body = typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Puts segments right behind SOI. */
export function withSegments(jpeg: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
}

/** An MPF index that announces `images` pictures, little endian. */
export function multiPictureIndex(images: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II', 0, 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0xb001, 10)
  tiff.writeUInt16LE(4, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt32LE(images, 18)
  return segment(0xe2, Buffer.concat([Buffer.from('MPF\0', 'latin1'), tiff]))
}

/** An EXIF segment that says only how the picture lies. */
export function exifOrientation(value: number, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(26)
  const isLittle = order === 'II'
  const u16 = (at: number, n: number) =>
    isLittle ? tiff.writeUInt16LE(n, at) : tiff.writeUInt16BE(n, at)
  const u32 = (at: number, n: number) =>
    isLittle ? tiff.writeUInt32LE(n, at) : tiff.writeUInt32BE(n, at)
  tiff.write(order, 0, 'latin1')
  u16(2, 42)
  u32(4, 8)
  u16(8, 1)
  u16(10, 0x0112)
  u16(12, 3)
  u32(14, 1)
  u16(18, value)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))
}

interface Piece {
  marker: number
  /** The whole segment with its marker; of a scan, its data as well. */
  bytes: Buffer
}

/** A whole JPEG in pieces, from behind SOI to EOI, which is the last. */
export function piecesOf(jpeg: Buffer): Piece[] {
  const pieces: Piece[] = []
  for (let at = 2; at < jpeg.length;) {
    const marker = jpeg[at + 1]
    let end = marker === 0xd9 ? at + 2 : at + 2 + jpeg.readUInt16BE(at + 2)
    if (marker === 0xda) {
      while (jpeg[end] !== 0xff || jpeg[end + 1] === 0 || (jpeg[end + 1] & 0xf8) === 0xd0) end++
    }
    pieces.push({ marker, bytes: jpeg.subarray(at, end) })
    at = end
  }
  return pieces
}

/** The same JPEG with its pieces changed, left out or doubled. */
export function rebuilt(jpeg: Buffer, change: (piece: Piece) => Buffer | Buffer[]): Buffer {
  return Buffer.concat([SOI, ...piecesOf(jpeg).flatMap(change)])
}

/** Writes codes bit by bit; stuffs a zero behind each 0xff, fills the last byte with ones. */
export class Bits {
  readonly #bytes: number[] = []
  #held = 0
  #count = 0

  put(code: number, length: number) {
    for (let bit = length - 1; bit >= 0; bit--) {
      this.#held = (this.#held << 1) | ((code >>> bit) & 1)
      if (++this.#count === 8) this.#flush()
    }
  }

  end(): Buffer {
    while (this.#count > 0) this.put(1, 1)
    return Buffer.from(this.#bytes)
  }

  #flush() {
    this.#bytes.push(this.#held)
    if (this.#held === 0xff) this.#bytes.push(0)
    this.#held = 0
    this.#count = 0
  }
}

const FLAT_TABLE = segment(0xdb, [0, ...new Array<number>(64).fill(1)])

export function frame(
  marker: number,
  width: number,
  height: number,
  components = 1,
  precision = 8
) {
  const ids = Array.from({ length: components }, (_, i) => [i + 1, 0x11, 0]).flat()
  const sides = [height >> 8, height & 255, width >> 8, width & 255]
  return segment(marker, [precision, ...sides, components, ...ids])
}

/**
 * A valid progressive JPEG of one grey: one scan for the mean of each block, then one for each
 * coefficient and bit, with nothing in it. Each scan costs a decoder a pass over all blocks.
 */
export function manyScans(width: number, height: number, scans: number): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  // One code of one bit for "no difference"; four bits for each length of a run of empty blocks.
  const dc = segment(0xc4, [0x00, 1, ...new Array<number>(15).fill(0), 0])
  const runs = Array.from({ length: 15 }, (_, n) => n << 4)
  const ac = segment(0xc4, [0x10, 0, 0, 0, 15, ...new Array<number>(12).fill(0), ...runs])
  const emptyMeans = Buffer.alloc(Math.ceil(blocks / 8))
  const tail = new Bits()
  for (let left = blocks; left > 0;) {
    const length = Math.min(14, Math.floor(Math.log2(left)))
    tail.put(length, 4)
    const run = Math.min(left, 2 ** (length + 1) - 1)
    if (length > 0) tail.put(run - 2 ** length, length)
    left -= run
  }
  const emptyBlocks = tail.end()
  const scan = (first: number, last: number, bits: number) =>
    segment(0xda, [1, 1, 0x00, first, last, bits])
  const rest = Array.from({ length: scans - 1 }, (_, n) => {
    const coefficient = 1 + (n % 63)
    const pass = Math.floor(n / 63)
    const bits = pass === 0 ? 13 : ((14 - pass) << 4) | (13 - pass)
    return Buffer.concat([scan(coefficient, coefficient, bits), emptyBlocks])
  })
  const first = Buffer.concat([scan(0, 0, 0), emptyMeans])
  return Buffer.concat([SOI, FLAT_TABLE, frame(0xc2, width, height), dc, ac, first, ...rest, EOI])
}
