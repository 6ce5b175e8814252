import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { withRestarts } from './baseline_jpeg.js'
import { exifOrientation, multiPictureIndex, withSegments } from './jpeg_parts.js'
import { PICTURES, picture } from './pictures.js'
import { chunk, SIGNATURE, withChunks } from './png_parts.js'
import { seeded, type Random } from './random.js'

const EXTREMES = [0x00, 0x01, 0x7f, 0x80, 0xd8, 0xd9, 0xda, 0xfe, 0xff]
const LENGTHS = [0, 1, 2, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0xffff_ffff]

/** Small whole files of each kind, and a few as large as people send them. */
export async function fuzzBases(): Promise<Buffer[]> {
  const small = sharp(picture('form-03')).resize(160, 120, { fit: 'cover' })
  const jpeg = await small.clone().jpeg().toBuffer()
  const palette = await small.clone().png({ palette: true, colours: 8 }).toBuffer()
  const grey = await small.clone().greyscale().raw().toBuffer()
  const bases = [
    jpeg,
    await small.clone().jpeg({ progressive: true }).toBuffer(),
    await small.clone().jpeg({ chromaSubsampling: '4:4:4', quality: 95 }).toBuffer(),
    await small.clone().greyscale().jpeg({ mozjpeg: true }).toBuffer(),
    await small.clone().withIccProfile('p3').jpeg().toBuffer(),
    await small
      .clone()
      .withExif({ IFD0: { Make: 'Kaoqu' } })
      .jpeg()
      .toBuffer(),
    withSegments(jpeg, exifOrientation(6)),
    Buffer.concat([withSegments(jpeg, multiPictureIndex(2)), jpeg]),
    withRestarts(grey, 160, 120, 20),
    palette,
    await small.clone().png().toBuffer(),
    await small.clone().greyscale().png().toBuffer(),
    await small.clone().ensureAlpha(0.5).png({ progressive: true }).toBuffer(),
    withChunks(
      palette,
      chunk('tEXt', 'Title\0card'),
      chunk('eXIf', exifOrientation(3).subarray(10))
    ),
  ]
  return [...bases, ...bases, ...bases, ...PICTURES.slice(0, 2).map((name) => picture(name))]
}

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const MUTATIONS: Mutation[] = [
  // One or some bits turned.
  (bytes, random) => {
    for (let n = 1 + random.below(8); n > 0; n--) {
      bytes[random.below(bytes.length)] ^= 1 << random.below(8)
    }
    return bytes
  },
  (bytes, random) => {
    for (let n = 1 + random.below(4); n > 0; n--) {
      bytes[random.below(bytes.length)] = random.pick(EXTREMES)
    }
    return bytes
  },
  // A length, near the start where structures are.
  (bytes, random) => {
    const at = random.below(Math.min(bytes.length - 4, 2_000))
    const length = random.pick(LENGTHS)
    if (random.below(2) === 0) bytes.writeUInt16BE(length & 0xffff, at)
    else bytes.writeUInt32BE(length, at)
    return bytes
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => {
    const from = random.below(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.below(200))])
  },
  (bytes, random) => {
    const from = random.below(bytes.length)
    const end = from + random.below(400)
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(from)])
  },
  (bytes, random) => {
    const at = random.below(bytes.length)
    const noise = random.bytes(1 + random.below(64))
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])
  },
  // The head of one file and the tail of another.
  (bytes, random, other) =>
    Buffer.concat([
      bytes.subarray(0, random.below(bytes.length)),
      other.subarray(random.below(other.length)),
    ]),
  (bytes, random) =>
    bytes.fill(random.pick(EXTREMES), random.below(bytes.length), bytes.length - 2),
]

/** The n-th file of a seed: a whole one with one to three mutations, made plausible again half the time. */
export function mutant(bases: readonly Buffer[], seed: number, n: number): Buffer {
  const random = seeded((Math.imul(seed, 0x9e37_79b1) ^ Math.imul(n + 1, 0x85eb_ca6b)) >>> 0)
  let bytes = Buffer.from(random.pick(bases))
  for (let times = 1 + random.below(3); times > 0 && bytes.length > 16; times--) {
    bytes = Buffer.from(random.pick(MUTATIONS)(bytes, random, random.pick(bases)))
  }
  return random.below(2) === 0 ? withRightChecksums(bytes) : bytes
}

/** Without it nearly all mutants of a PNG end at their first checksum. */
function withRightChecksums(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return bytes
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) break
    bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end - 4)), end - 4)
    at = end
  }
  return bytes
}
