/** Part of a picture, in fractions of its sides as they are shown, 0 … 1. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

/** How a picture is shown: mirrored first, then turned clockwise by quarters, then cropped. */
export interface Frame {
  turns: 0 | 1 | 2 | 3
  mirrored: boolean
  crop: Crop
}

export interface Size {
  width: number
  height: number
}

const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 }
export const UNTOUCHED: Frame = { turns: 0, mirrored: false, crop: WHOLE }

/** Never less than this share of a side, so that a crop keeps something to look at. */
const LEAST = 0.05

const quarter = (turns: number) => (((turns % 4) + 4) % 4) as Frame['turns']

/** Turns what is seen by a quarter to the right; the same part of the picture stays. */
export function turnRight({ turns, mirrored, crop }: Frame): Frame {
  const { x, y, width, height } = crop
  return {
    turns: quarter(turns + 1),
    mirrored,
    crop: { x: 1 - y - height, y: x, width: height, height: width },
  }
}

export function turnLeft(frame: Frame): Frame {
  return turnRight(turnRight(turnRight(frame)))
}

/** Swaps left and right of what is seen. A mirror after a turn is a mirror before the opposite turn. */
export function mirror({ turns, mirrored, crop }: Frame): Frame {
  return {
    turns: quarter(-turns),
    mirrored: !mirrored,
    crop: { ...crop, x: 1 - crop.x - crop.width },
  }
}

export function isUntouched({ turns, mirrored, crop }: Frame): boolean {
  return turns === 0 && !mirrored && isWhole(crop)
}

function isWhole({ x, y, width, height }: Crop): boolean {
  return x <= 0 && y <= 0 && x + width >= 1 && y + height >= 1
}

/** The same crop inside of the picture, at least {@link LEAST} of each side. */
export function within({ x, y, width, height }: Crop): Crop {
  const w = Math.min(1, Math.max(LEAST, width))
  const h = Math.min(1, Math.max(LEAST, height))
  return {
    x: Math.min(1 - w, Math.max(0, x)),
    y: Math.min(1 - h, Math.max(0, y)),
    width: w,
    height: h,
  }
}

export type Edge = 'left' | 'right' | 'top' | 'bottom'

/** Moves one edge to a fraction of its side; the opposite edge stays, and stays opposite. */
export function moveEdge(crop: Crop, edge: Edge, to: number): Crop {
  const right = crop.x + crop.width
  const bottom = crop.y + crop.height
  switch (edge) {
    case 'left': {
      const x = Math.min(Math.max(0, to), right - LEAST)
      return { ...crop, x, width: right - x }
    }
    case 'right':
      return { ...crop, width: Math.max(Math.min(1, to), crop.x + LEAST) - crop.x }
    case 'top': {
      const y = Math.min(Math.max(0, to), bottom - LEAST)
      return { ...crop, y, height: bottom - y }
    }
    case 'bottom':
      return { ...crop, height: Math.max(Math.min(1, to), crop.y + LEAST) - crop.y }
  }
}

/** Sides of a source once it is turned, in its own pixels. */
function turnedSize({ width, height }: Size, turns: number): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** Sides of what the frame leaves, in pixels of the source. */
export function framedSize(source: Size, { turns, crop }: Frame): Size {
  const { width, height } = turnedSize(source, turns)
  return {
    width: Math.max(1, Math.round(width * crop.width)),
    height: Math.max(1, Math.round(height * crop.height)),
  }
}

/** A 2 × 3 matrix as a canvas takes it. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** From pixels of the source to pixels of the result, whose size is the framed one times `scale`. */
export function matrixOf(source: Size, { turns, mirrored, crop }: Frame, scale: number): Matrix {
  const { width, height } = source
  const turned = turnedSize(source, turns)
  const turn: Record<Frame['turns'], Matrix> = {
    0: [1, 0, 0, 1, 0, 0],
    1: [0, 1, -1, 0, height, 0],
    2: [-1, 0, 0, -1, width, height],
    3: [0, -1, 1, 0, 0, width],
  }
  const flip: Matrix = mirrored ? [-1, 0, 0, 1, width, 0] : [1, 0, 0, 1, 0, 0]
  const [a, b, c, d, e, f] = times(turn[turns], flip)
  const left = crop.x * turned.width
  const top = crop.y * turned.height
  return [a * scale, b * scale, c * scale, d * scale, (e - left) * scale, (f - top) * scale]
}

/** First `second`, then `first`. */
function times(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [p, q, r, s, t, u] = second
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ]
}
