import sharp from 'sharp'
import { hostileJpegs, TAILS } from './hostile_jpegs.js'
import { hostilePngs } from './hostile_pngs.js'
import { manyScans } from './jpeg_parts.js'
import { picture } from './pictures.js'
import { flat } from './png_parts.js'
import { seeded, type Random } from './random.js'

/** A file that must be refused, and what is said of it. */
export interface HostileFile {
  name: string
  bytes: Buffer
  code: string
}

/** The same files for the same seed, beside those that lie in `hostile/`. */
export async function hostileFiles(seed = 1): Promise<HostileFile[]> {
  const random = seeded(seed)
  return [
    ...hostileJpegs(random),
    ...(await hostilePngs(random)),
    ...(await otherFormats(random)),
    ...(await emptySheets()),
  ]
}

/** What is neither, whatever its name. */
async function otherFormats(random: Random): Promise<HostileFile[]> {
  const shown = sharp(picture()).resize(700)
  const bytes: Record<string, Buffer> = {
    ...TAILS,
    'webp': await shown.clone().webp().toBuffer(),
    'gif of a document': await shown.clone().resize(300).gif().toBuffer(),
    'tiff': await shown.clone().resize(100).tiff().toBuffer(),
    'avif': await shown.clone().resize(64).avif().toBuffer(),
    'svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'heic': Buffer.from('0000001c66747970686569630000000068656963', 'hex'),
    'jpeg xl': Buffer.from('ff0a7f0090', 'hex'),
    'jpeg 2000': Buffer.from('0000000c6a5020200d0a870a', 'hex'),
    'bmp': Buffer.from('424d3a0000000000000036000000', 'hex'),
    'ico': Buffer.from('00000100010010100000', 'hex'),
    'psd': Buffer.from('384250530001000000000000', 'hex'),
    'json': Buffer.from('{"image": true}'),
    'noise': random.bytes(4_096),
    'zeros': Buffer.alloc(4_096),
  }
  return Object.entries(bytes).map(([name, one]) => ({
    name: `other: ${name}`,
    bytes: one,
    code: 'IMAGE_FORMAT',
  }))
}

/** Whole pictures with nothing on them, in each way of writing them. */
async function emptySheets(): Promise<HostileFile[]> {
  const sheet = (background: string) =>
    sharp({ create: { width: 900, height: 700, channels: 3, background } })
  const noise = { type: 'gaussian' as const, mean: 240, sigma: 1 }
  const paper = sharp({
    create: { width: 900, height: 700, channels: 3, background: '#eee', noise },
  })
  const files: Record<string, Buffer> = {
    'white': await sheet('#ffffff').jpeg().toBuffer(),
    'black': await sheet('#000000').jpeg({ progressive: true }).toBuffer(),
    'red': await sheet('#ff0000').jpeg().toBuffer(),
    'blue png': await sheet('#0000ff').png().toBuffer(),
    'paper with grain': await paper.jpeg({ quality: 90 }).toBuffer(),
    'scans of nothing': manyScans(700, 700, 6),
    'flat png': flat(700, 700),
    'transparent png': flat(700, 700, { colour: 6 }),
  }
  return Object.entries(files).map(([name, bytes]) => ({
    name: `empty: ${name}`,
    bytes,
    code: 'IMAGE_BLANK',
  }))
}
