import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type JpegOptions } from 'sharp'
import { withRestarts } from './baseline_jpeg.js'
import { exifOrientation, multiPictureIndex, segment, withSegments } from './jpeg_parts.js'
import { PICTURES, picture } from './pictures.js'
import { chunk, chunksOf, png, withChunks } from './png_parts.js'
import { seeded } from './random.js'

const SAMPLES = join(import.meta.dirname, '../../public/samples')
const LIMIT = 200 * 1024
const QUALITIES = [92, 80, 65, 50, 40]

/** A picture that must be accepted. */
export interface GoodPicture {
  name: string
  bytes: Buffer
}

/** Two dozen documents, photographed and drawn. */
export const DOCUMENTS: Record<string, () => Buffer> = Object.fromEntries([
  ...PICTURES.map((name) => [name, () => picture(name)] as const),
  ...readdirSync(SAMPLES)
    .filter((name) => name.startsWith('EDU_') || name.startsWith('COMMIT_'))
    .slice(0, 24 - PICTURES.length)
    .map((name) => [name, () => readFileSync(join(SAMPLES, name))] as const),
])

type Encode = (document: Buffer, quality: number) => Promise<Buffer>

const jpeg =
  (options: JpegOptions = {}, width?: number): Encode =>
  (document, quality) =>
    sharp(document)
      .resize({ width, withoutEnlargement: true })
      .jpeg({ quality, ...options })
      .toBuffer()

/** A JPEG with segments behind its start, as cameras and programs leave them. */
const carrying =
  (...segments: Buffer[]): Encode =>
  async (document, quality) =>
    withSegments(await jpeg()(document, quality), ...segments)

const PHONE = {
  IFD0: { Make: 'Kaoqu', Model: 'Camera 12', Software: '1.0', DateTime: '2027:01:10 08:00:00' },
  IFD3: { GPSLatitude: '30/1 40/1 0/1', GPSLongitude: '104/1 4/1 0/1' },
}
const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>`

/** How cameras, scanners and programs write JPEGs. */
const JPEG_KINDS: Record<string, Encode> = {
  'baseline': jpeg(),
  'progressive': jpeg({ progressive: true }),
  'optimised scans': jpeg({ mozjpeg: true }),
  '4:4:4': jpeg({ chromaSubsampling: '4:4:4' }),
  '4:2:0': jpeg({ chromaSubsampling: '4:2:0', optimiseCoding: false }),
  'a small one': jpeg({}, 900),
  'grey': (document, quality) => sharp(document).greyscale().jpeg({ quality }).toBuffer(),
  'grey progressive': (document, quality) =>
    sharp(document).greyscale().jpeg({ quality, progressive: true }).toBuffer(),
  'restart markers': async (document) => {
    const shown = sharp(document).resize(720, 720, { fit: 'cover' }).greyscale().raw()
    return withRestarts(await shown.toBuffer(), 720, 720, 90)
  },
  'EXIF with a place': (document, quality) =>
    sharp(document).withExif(PHONE).jpeg({ quality }).toBuffer(),
  'a wide gamut': (document, quality) =>
    sharp(document).withIccProfile('p3').jpeg({ quality }).toBuffer(),
  'a big EXIF with its own thumbnail': async (document, quality) => {
    const thumbnail = await sharp(document).resize(160).jpeg().toBuffer()
    const exif = exifOrientation(1).subarray(4)
    const maker = seeded(7).bytes(20_000)
    return carrying(segment(0xe1, Buffer.concat([exif, maker, thumbnail])))(document, quality)
  },
  'XMP and Photoshop blocks': carrying(
    segment(0xe1, xmp),
    segment(0xed, `Photoshop 3.0\x008BIM${'\0'.repeat(40)}`),
    segment(0xfe, 'CREATOR: gd-jpeg v1.0, quality = 90')
  ),
  'JFXX and private blocks': carrying(
    segment(0xe0, 'JFXX\0\x13'),
    segment(0xeb, 'JP\0\0private'),
    segment(0xe5, Buffer.alloc(3_000, 0xd9))
  ),
  'a gain map behind it': async (document, quality) => {
    const map = await sharp(document).resize(200).greyscale().jpeg({ quality: 50 }).toBuffer()
    const whole = await carrying(multiPictureIndex(2))(document, quality)
    return Buffer.concat([whole, map])
  },
  'an index and nothing behind it': carrying(multiPictureIndex(1)),
  'zeros behind it': async (document, quality) =>
    Buffer.concat([await jpeg()(document, quality), Buffer.alloc(512)]),
  'fill bytes': async (document, quality) => {
    const bytes = await jpeg()(document, quality)
    return Buffer.concat([bytes.subarray(0, 2), Buffer.alloc(9, 0xff), bytes.subarray(2)])
  },
  ...Object.fromEntries(
    [2, 3, 4, 5, 6, 7, 8].map((turn) => [
      `lying as EXIF ${turn}`,
      carrying(exifOrientation(turn, turn % 2 ? 'MM' : 'II')),
    ])
  ),
}

const drawn = (document: Buffer) => sharp(document).resize(600, 600, { fit: 'cover' }).median(5)

/** How scanners and programs write PNGs; few of them stay below the limit. */
const PNG_KINDS: Record<string, (document: Buffer) => Promise<Buffer>> = {
  'palette of 16': (document) => drawn(document).png({ palette: true, colours: 16 }).toBuffer(),
  'palette of 2': (document) => drawn(document).png({ palette: true, colours: 2 }).toBuffer(),
  'grey': (document) => drawn(document).greyscale().blur(3).png({ compressionLevel: 9 }).toBuffer(),
  'with transparency': (document) =>
    drawn(document).greyscale().threshold().ensureAlpha(0.9).png().toBuffer(),
  'interlaced': (document) =>
    drawn(document).png({ palette: true, colours: 8, progressive: true }).toBuffer(),
  'texts, times and private chunks': async (document) =>
    withChunks(
      await drawn(document).png({ palette: true, colours: 8 }).toBuffer(),
      chunk('tEXt', 'Software\0scan'),
      chunk(
        'zTXt',
        Buffer.concat([Buffer.from('Comment\0\0'), Buffer.from('789c030000000001', 'hex')])
      ),
      chunk('iTXt', 'Title\0\0\0zh\0\0document'),
      chunk('tIME', [7, 235, 1, 10, 8, 0, 0]),
      chunk('gAMA', [0, 0, 177, 143]),
      chunk('prVt', 'own')
    ),
  'data in many pieces': async (document) => {
    const whole = chunksOf(await drawn(document).png({ palette: true, colours: 8 }).toBuffer())
    return png(
      ...whole.flatMap(({ type, data, bytes }) => {
        if (type !== 'IDAT') return bytes
        const pieces = Array.from({ length: Math.ceil(data.length / 999) }, (_, n) => n * 999)
        return pieces.map((at) => chunk('IDAT', data.subarray(at, at + 999)))
      })
    )
  },
  'lying as EXIF 6': async (document) =>
    withChunks(
      await drawn(document).png({ palette: true, colours: 8 }).toBuffer(),
      chunk('eXIf', exifOrientation(6).subarray(10))
    ),
}

/**
 * A document in every way that cameras and programs write it, each within the national limit.
 *
 * @param shift from which quality on it is tried; a lower one follows while it is too large
 */
export async function goodPictures(name: string, shift = 0): Promise<GoodPicture[]> {
  const document = DOCUMENTS[name]()
  const all: GoodPicture[] = []
  for (const [kind, encode] of Object.entries(JPEG_KINDS)) {
    const first = (shift + all.length) % QUALITIES.length
    for (const quality of [...QUALITIES.slice(first), 30, 20, 10]) {
      const bytes = await encode(document, quality)
      if (bytes.length > LIMIT) continue
      all.push({ name: `${kind}, quality ${quality}`, bytes })
      break
    }
  }
  for (const [kind, encode] of Object.entries(PNG_KINDS)) {
    const bytes = await encode(document)
    if (bytes.length <= LIMIT) all.push({ name: `PNG, ${kind}`, bytes })
  }
  return all
}
