import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname, '../../tests/support/images')
const LIMIT = 204_800

/**
 * Photographed documents, each encoded anew under noise of its own: JPEGs of 1600 × 1200 within the
 * national limit, as phones send them.
 */
export async function makePictures(count: number): Promise<Buffer[]> {
  const files = readdirSync(FOLDER)
  const pictures: Buffer[] = []
  for (let i = 0; i < count; i++) {
    const document = readFileSync(join(FOLDER, files[i % files.length]))
    pictures.push(await withNoise(document, 2 + (i % 5)))
  }
  return pictures
}

async function withNoise(document: Buffer, sigma: number): Promise<Buffer> {
  const { width, height } = await sharp(document).metadata()
  const noise = { type: 'gaussian' as const, mean: 128, sigma }
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise },
  })
    .png()
    .toBuffer()
  const noisy = await sharp(document)
    .composite([{ input: grain, blend: 'soft-light' }])
    .toColourspace('srgb')
    .png({ compressionLevel: 0 })
    .toBuffer()
  for (let quality = 82; ; quality -= 6) {
    const bytes = await sharp(noisy).jpeg({ quality }).toBuffer()
    if (bytes.length <= LIMIT - 64) return bytes
  }
}

/** The same picture in bytes that were never sent before: a comment behind the start marker. */
export function unlike(picture: Buffer): Buffer {
  const comment = randomBytes(16)
  const marker = Buffer.from([0xff, 0xfe, 0x00, comment.length + 2])
  return Buffer.concat([picture.subarray(0, 2), marker, comment, picture.subarray(2)])
}
