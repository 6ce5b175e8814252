/** What may be worth another photograph. Hints of a measure, never a refusal (IMAGES.md). */
export type Hint = 'dark' | 'blurred' | 'tiny' | 'turned'

export interface Luma {
  width: number
  height: number
  /** One value for each pixel, 0 … 255, row by row. */
  values: Uint8Array | Uint8ClampedArray
}

/** The thresholds hold for pictures of this long side. */
export const HINT_SIDE = 1024

/** Even the paper is darker than this; a certificate in a dark cover is not. */
const DARK_PAPER = 70
/** Share of pixels that are brighter than paper usually is at the least. */
const PAPER_SHARE = 0.1
/** Sharp documents measure 0.13–0.22, slightly soft ones 0.3, those hard to read 0.46 and more. */
const BLURRED = 0.4
/** A little above the release's shortest side: it would pass, but only just. */
const TINY = 1.2
const USUAL_SHORT_SIDE = 600

export interface Looked {
  luma: Luma
  /** Sides of the picture itself; `luma` is smaller. */
  shortSide: number
  minShortSide: number
  /** EXIF, 1 … 8. */
  orientation: number
}

export function hintsFor({ luma, shortSide, minShortSide, orientation }: Looked): Hint[] {
  const hints: Hint[] = []
  if (brightness(luma) < DARK_PAPER) hints.push('dark')
  if (blurOf(luma) > BLURRED) hints.push('blurred')
  if (shortSide < TINY * (minShortSide || USUAL_SHORT_SIDE)) hints.push('tiny')
  if (orientation > 1) hints.push('turned')
  return hints
}

/** How bright the brightest tenth of the picture is at the least: of a document, its paper. */
function brightness({ values }: Luma): number {
  const counts = new Uint32Array(256)
  for (const value of values) counts[value]!++
  let left = values.length * PAPER_SHARE
  for (let value = 255; value > 0; value--) {
    left -= counts[value]!
    if (left <= 0) return value
  }
  return 0
}

/**
 * How much of the differences between neighbours is lost by blurring the picture once more: little in
 * a blurred one, much in a sharp one, whatever stands on it (after Crete et al., The Blur Effect,
 * 2007). A Laplacian threshold cannot tell a pale certificate from a blurred form; this can better.
 *
 * @returns 0 (sharp) … 1 (nothing but blur)
 */
function blurOf(luma: Luma): number {
  return Math.max(blurAlong(luma, 1), blurAlong(luma, luma.width))
}

const REACH = 4

function blurAlong({ width, height, values }: Luma, stride: number): number {
  const across = stride === 1
  const length = across ? width : height
  const lines = across ? height : width
  let all = 0
  let lost = 0
  for (let line = 0; line < lines; line++) {
    const start = across ? line * width : line
    let sum = 0
    for (let n = 0; n < 2 * REACH + 1; n++) sum += values[start + n * stride]!
    let before = sum
    for (let n = REACH + 1; n < length - REACH; n++) {
      sum += values[start + (n + REACH) * stride]! - values[start + (n - REACH - 1) * stride]!
      const sharp = Math.abs(values[start + n * stride]! - values[start + (n - 1) * stride]!)
      const blurred = Math.abs(sum - before) / (2 * REACH + 1)
      all += sharp
      if (sharp > blurred) lost += sharp - blurred
      before = sum
    }
  }
  return all === 0 ? 1 : (all - lost) / all
}
