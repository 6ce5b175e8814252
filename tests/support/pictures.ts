import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname, 'images')

/** Names of the rendered and photographed documents in `images/`, e.g. `idfront-00`. */
export const PICTURES = readdirSync(FOLDER).map((file) => file.replace(/\.jpg$/, ''))

/** Bytes of one of them: a JPEG of 1600 × 1200 within the national limit. */
export function picture(name = 'idfront-00'): Buffer {
  return readFileSync(join(FOLDER, `${name}.jpg`))
}

/** The same document in bytes that were never there before: a mark of a random colour, encoded anew, no EXIF. */
export async function freshPicture(name = 'idfront-00', quality = 68): Promise<Buffer> {
  const colour = { r: randomInt(256), g: randomInt(256), b: randomInt(256) }
  const mark = { create: { width: 24, height: 24, channels: 3 as const, background: colour } }
  return sharp(picture(name))
    .composite([{ input: mark, left: randomInt(1500), top: randomInt(1100) }])
    .jpeg({ quality })
    .toBuffer()
}
