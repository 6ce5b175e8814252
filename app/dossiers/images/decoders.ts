import sharp from 'sharp'

/** The line of libvips that bombs, damaged files and fuzzing were measured with. */
const PROVEN_VIPS = { major: 8, minor: 18 }

// Only JPEG and PNG are decoded in this process: sharp would also open SVG, WebP, GIF, TIFF.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
// Each picture is decoded once: a cache would only hold memory.
sharp.cache(false)
// Two images at once beat one image with two threads (IMAGES.md).
sharp.concurrency(1)

/** Whole files of one pixel that must not open here; any libvips with their loaders opens them. */
const FOREIGN = {
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>'),
  gif: Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'),
  webp: Buffer.from('UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA=', 'base64'),
  tiff: Buffer.from(
    'SUkqAAwAAAD///8ACQAAAQMAAQAAAAEAAAABAQMAAQAAAAEAAAACAQMAAwAAAH4AAAADAQMAAQAAAAEAAAAGAQMAAQAAAAIAAAARAQQAAQAAAAgAAAAVAQMAAQAAAAMAAAAWAQMAAQAAAAEAAAAXAQQAAQAAAAMAAAAAAAAACAAIAAgA',
    'base64'
  ),
}

/**
 * Refuses to start with decoders other than those that were measured: a libvips that the system
 * brought along, or one that opens more than JPEG and PNG.
 *
 * @returns the version of libvips, e.g. `8.18.7`
 * @throws Error that names what is wrong
 */
export async function assertDecoders(): Promise<string> {
  const version = sharp.versions.vips
  const [major, minor] = version.split('.').map(Number)
  if (major !== PROVEN_VIPS.major || minor < PROVEN_VIPS.minor) {
    const { major: wanted, minor: least } = PROVEN_VIPS
    throw new Error(
      `libvips ${version} decodes pictures here; ${wanted}.${least} or later is asked`
    )
  }
  for (const [format, bytes] of Object.entries(FOREIGN)) {
    if (await opens(bytes)) throw new Error(`libvips ${version} opens ${format} files`)
  }
  const drawn = sharp({ create: { width: 2, height: 2, channels: 3, background: '#ffffff' } })
  for (const format of ['jpeg', 'png'] as const) {
    const bytes = await drawn.clone().toFormat(format).toBuffer()
    if (!(await opens(bytes))) throw new Error(`libvips ${version} does not open ${format} files`)
  }
  return version
}

async function opens(bytes: Buffer): Promise<boolean> {
  try {
    await sharp(bytes).metadata()
    return true
  } catch {
    return false
  }
}
