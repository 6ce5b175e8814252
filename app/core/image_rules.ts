import type {
  ImageFormat,
  ImageOverride,
  ImageRules,
  ReleaseDocument,
  ReleaseMaterial,
} from './release.js'
import type { Refusal } from './refusal.js'

/** The guide's 200k: no region may be looser (DOMAIN.md §2 rule 5). */
export const NATIONAL_MAX_BYTES = 200 * 1024

export interface MeasuredImage {
  bytes: number
  /** What the decoded bytes are, whatever the file's name says; null when they are neither. */
  format: 'jpeg' | 'png' | null
  /** Pixels as shown, after the EXIF turn; null when the structure could not be read. */
  width: number | null
  height: number | null
  /** One colour from edge to edge. */
  uniform: boolean
  /** Stored as grey values. */
  grey: boolean
  /** EXIF 1..8; 1 when there is none. */
  orientation: number
}

/**
 * Judges one measured image by a release's rules. What bytes prove is a refusal;
 * what needs an eye is a warning that the candidate may override.
 */
export function judgeImage(
  rules: ImageRules,
  image: MeasuredImage
): { refusals: Refusal[]; warnings: Refusal[] } {
  const refusals: Refusal[] = []
  const warnings: Refusal[] = []
  const maxBytes = Math.min(rules.maxBytes, NATIONAL_MAX_BYTES)

  if (image.bytes === 0) return { refusals: [{ code: 'IMAGE_EMPTY' }], warnings }
  if (image.bytes > maxBytes) {
    const kb = Math.ceil(image.bytes / 1024)
    refusals.push({ code: 'IMAGE_TOO_LARGE', params: { kb, maxKb: Math.floor(maxBytes / 1024) } })
  }
  if (rules.minBytes !== null && image.bytes < rules.minBytes) {
    const kb = Math.floor(image.bytes / 1024)
    const minKb = Math.ceil(rules.minBytes / 1024)
    refusals.push({ code: 'IMAGE_TOO_SMALL_BYTES', params: { kb, minKb } })
  }
  if (!allowsFormat(rules.formats, image.format)) {
    refusals.push({ code: 'IMAGE_FORMAT', params: { formats: rules.formats.join('/') } })
    return { refusals, warnings }
  }
  if (!image.width || !image.height) {
    return { refusals: [...refusals, { code: 'IMAGE_DAMAGED' }], warnings }
  }

  const short = Math.min(image.width, image.height)
  const long = Math.max(image.width, image.height)
  if (short < rules.minShortSide) {
    refusals.push({ code: 'IMAGE_SHORT_SIDE', params: { px: short, minPx: rules.minShortSide } })
  }
  if (rules.minLongSide !== undefined && long < rules.minLongSide) {
    refusals.push({ code: 'IMAGE_LONG_SIDE', params: { px: long, minPx: rules.minLongSide } })
  }
  if (image.uniform) refusals.push({ code: 'IMAGE_BLANK' })
  if (rules.requireColour && image.grey) warnings.push({ code: 'IMAGE_NOT_COLOUR' })
  if (rules.requireUpright && image.orientation > 1) warnings.push({ code: 'IMAGE_TURNED' })
  return { refusals, warnings }
}

/** One more image in an item that holds `count`: refused when its number is fixed (DOMAIN.md §2 rule 6). */
export function countRefusal(count: number, max: number): Refusal | null {
  return count >= max ? { code: 'IMAGE_COUNT', params: { max } } : null
}

function allowsFormat(formats: readonly ImageFormat[], format: MeasuredImage['format']): boolean {
  if (format === null) return false
  return format === 'png' ? formats.includes('png') : formats.some((one) => one !== 'png')
}

/** The rules of one material's images: the release's, tightened by the material's own. */
export function imageRulesFor(release: ReleaseDocument, material: ReleaseMaterial): ImageRules {
  return tighten(release.imageRules, material.imageOverride)
}

/** A material's own sides replace the region's: a registration photo is small by nature. */
export function tighten(rules: ImageRules, override: ImageOverride | null): ImageRules {
  const maxBytes = Math.min(
    rules.maxBytes,
    NATIONAL_MAX_BYTES,
    (override?.maxKb ?? Infinity) * 1024
  )
  return {
    ...rules,
    formats: override?.formats
      ? rules.formats.filter((one) => override.formats!.some((own) => sameFormat(own, one)))
      : rules.formats,
    maxBytes,
    // A region's lower limit is for scans; it cannot hold where the material's upper limit is below it.
    minBytes: rules.minBytes !== null && rules.minBytes < maxBytes ? rules.minBytes : null,
    minShortSide: override?.minPx ? Math.min(...override.minPx) : rules.minShortSide,
    ...(override?.minPx && { minLongSide: Math.max(...override.minPx) }),
  }
}

function sameFormat(a: ImageFormat, b: ImageFormat): boolean {
  return (a === 'png') === (b === 'png')
}
