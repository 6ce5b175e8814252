import app from '@adonisjs/core/services/app'
import drive from '@adonisjs/drive/services/main'
import sharp from 'sharp'

const SIDE = 1200
const PIXEL_LIMIT = 25_000_000
/** Drawn once: a server need not have a font for Chinese. */
const watermark = () => app.makePath('resources/samples/watermark.png')

/** No region's id has this sign, so no candidate's picture is ever kept under it. */
const keyOf = (file: string) => `_samples/${file}`
const disk = () => drive.use('images')

/** A picture as a sample: upright, without metadata, 示例 all over it. */
export async function drawSample(bytes: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(bytes, { limitInputPixels: PIXEL_LIMIT })
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png()
    .toBuffer({ resolveWithObject: true })
  const side = Math.min(info.width, info.height, 320)
  const tile = await sharp(watermark()).resize(side, side, { fit: 'inside' }).png().toBuffer()
  return sharp(data)
    .composite([{ input: tile, tile: true }])
    .jpeg({ quality: 84 })
    .toBuffer()
}

export async function keepSample(file: string, bytes: Buffer) {
  await disk().put(keyOf(file), bytes)
}

/** Null where there is none. Files stay when a draft drops them: published versions name them. */
export async function sampleBytes(file: string): Promise<Buffer | null> {
  if (!(await disk().exists(keyOf(file)))) return null
  return Buffer.from(await disk().getBytes(keyOf(file)))
}
