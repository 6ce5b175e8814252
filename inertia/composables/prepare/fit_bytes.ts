import type { Size } from './frame.js'

export interface FitLimits {
  maxBytes: number
  minBytes: number | null
  /** Pixels; 0 where the release asks for none. */
  minShortSide: number
}

/** Anything that an encoder makes and that has a size in bytes: a Blob. */
export interface Encoded {
  size: number
}

export interface Fitted<T extends Encoded> {
  encoded: T
  /** Of the natural size, 0 … 1. */
  scale: number
  quality: number
}

export type Fit<T extends Encoded> =
  | ({ ok: true } & Fitted<T>)
  /** No quality that keeps text legible fits, however small the picture gets. */
  | { ok: false; because: 'too_many_bytes' }
  /** Not even the best quality has as many bytes as the region asks for. */
  | { ok: false; because: 'too_few_bytes' }
  /** It has fewer pixels than the region asks for; enlarging adds none. */
  | { ok: false; because: 'too_few_pixels' }

/** Text on a document stays legible at this long side; more pixels only cost quality (IMAGES.md). */
const LONG_SIDE = 1600
const SIDE_STEP = 0.85
/** Below this, letters blur into their artefacts sooner than in a smaller picture of better quality. */
const LEGIBLE = 0.5
const FINE = 0.92
/** Only where the smallest picture that the region takes does not fit otherwise. */
const LAST_RESORT = 0.3
const CLOSE_ENOUGH = 0.92
const STEP = 0.03
const SMALLEST_SHORT_SIDE = 480

/**
 * The largest and best picture within the limits: at the most useful size the quality is bisected,
 * and where it would fall too low, the size goes down a step.
 *
 * @param natural sides of the picture in pixels, before any scaling
 * @param encode makes a file of the given scale and quality (0 … 1)
 */
export async function fitBytes<T extends Encoded>(
  natural: Size,
  limits: FitLimits,
  encode: (scale: number, quality: number) => Promise<T>
): Promise<Fit<T>> {
  const long = Math.max(natural.width, natural.height)
  const short = Math.min(natural.width, natural.height)
  if (short < limits.minShortSide) return { ok: false, because: 'too_few_pixels' }

  const least = Math.min(1, (limits.minShortSide || Math.min(short, SMALLEST_SHORT_SIDE)) / short)
  const first = Math.max(least, Math.min(1, LONG_SIDE / long))
  for (const scale of scalesFrom(first, least)) {
    const lowest = scale === least ? LAST_RESORT : LEGIBLE
    const found = await bestQuality(scale, lowest, limits.maxBytes, encode)
    if (found) return enough(found, limits, encode)
  }
  return { ok: false, because: 'too_many_bytes' }
}

function scalesFrom(first: number, least: number): number[] {
  const scales = [first]
  while (scales.at(-1)! > least) scales.push(Math.max(least, scales.at(-1)! * SIDE_STEP))
  return scales
}

async function bestQuality<T extends Encoded>(
  scale: number,
  lowest: number,
  maxBytes: number,
  encode: (scale: number, quality: number) => Promise<T>
): Promise<Fitted<T> | null> {
  let best: Fitted<T> | null = null
  let low = lowest
  let high = FINE
  for (let quality = high; ; quality = (low + high) / 2) {
    const encoded = await encode(scale, quality)
    if (encoded.size > maxBytes) {
      if (quality <= lowest) return null
      high = quality
    } else {
      best = { encoded, scale, quality }
      low = quality
      if (encoded.size >= maxBytes * CLOSE_ENOUGH) break
    }
    if (high - low < STEP) {
      if (best) break
      // Nothing fitted on the way down: the lowest one itself decides.
      const last = await encode(scale, lowest)
      return last.size > maxBytes ? null : { encoded: last, scale, quality: lowest }
    }
    if (quality === FINE && best) break
  }
  return best
}

/** A region's lower limit (50–120 KB) is met with more quality, then with more pixels. */
async function enough<T extends Encoded>(
  found: Fitted<T>,
  { minBytes, maxBytes }: FitLimits,
  encode: (scale: number, quality: number) => Promise<T>
): Promise<Fit<T>> {
  if (minBytes === null || found.encoded.size >= minBytes) return { ok: true, ...found }
  const larger = [found.scale, (found.scale + 1) / 2, 1].filter((scale) => scale >= found.scale)
  for (const scale of new Set(larger)) {
    for (const quality of [0.95, 0.98, 1]) {
      const encoded = await encode(scale, quality)
      if (encoded.size > maxBytes) break
      if (encoded.size >= minBytes) return { ok: true, encoded, scale, quality }
    }
  }
  return { ok: false, because: 'too_few_bytes' }
}
