import { turnedSpot, type Spot } from '~/components/shared/turned_spot'

/** How a picture lies on the stage; two stages that share one view move in step. */
export interface View {
  /** 1 = the whole picture fits the stage. */
  zoom: number
  /** Shift of the picture's centre, in parts of its fitted width and height. */
  x: number
  y: number
  /** Quarter turns clockwise; only the view turns, never the file. */
  turns: number
}

export interface Size {
  width: number
  height: number
}

const MOST_PIXELS = 8
const LEAST = 0.5
const MARGIN = 12

export function restView(turns = 0): View {
  return { zoom: 1, x: 0, y: 0, turns }
}

/** The picture's size as it lies: width and height change places at a quarter turn. */
function turnedSize(image: Size, turns: number): Size {
  return turns % 2 === 0 ? image : { width: image.height, height: image.width }
}

/** CSS pixels per image pixel when the whole picture shows; small pictures grow to double at most. */
export function fitScale(image: Size, stage: Size, turns: number): number {
  const { width, height } = turnedSize(image, turns)
  const across = Math.max(1, stage.width - MARGIN * 2) / width
  const down = Math.max(1, stage.height - MARGIN * 2) / height
  return Math.min(across, down, 2)
}

/** Keeps the zoom sensible and at least the picture's edge on the stage. */
export function clampView(view: View, image: Size, stage: Size): View {
  const fit = fitScale(image, stage, view.turns)
  const zoom = Math.min(Math.max(view.zoom, LEAST), Math.max(MOST_PIXELS / fit, 1))
  const lying = turnedSize(image, view.turns)
  const reach = (side: number, room: number) => Math.max(0, (side * fit * zoom - room) / 2 + MARGIN)
  const limit = (at: number, side: number, room: number) => {
    const most = side * fit * zoom <= room ? 0 : reach(side, room) / (side * fit)
    return Math.min(Math.max(at, -most), most)
  }
  return {
    zoom,
    turns: view.turns,
    x: limit(view.x, lying.width, stage.width),
    y: limit(view.y, lying.height, stage.height),
  }
}

/**
 * Zooms so that the point under the pointer stays there.
 * @param at pointer, in CSS pixels from the stage's centre
 */
export function zoomAt(
  view: View,
  factor: number,
  at: { x: number; y: number },
  image: Size,
  stage: Size
): View {
  const fit = fitScale(image, stage, view.turns)
  const lying = turnedSize(image, view.turns)
  const next = clampView({ ...view, zoom: view.zoom * factor }, image, stage)
  const grown = next.zoom / view.zoom
  const shift = (now: number, point: number, side: number) => {
    const from = now * side * fit
    return (point + (from - point) * grown) / (side * fit)
  }
  return clampView(
    { ...next, x: shift(view.x, at.x, lying.width), y: shift(view.y, at.y, lying.height) },
    image,
    stage
  )
}

/**
 * Where a spot of the picture shows.
 * @param spot parts of the upright picture's width and height, 0 to 1
 * @returns CSS pixels from the stage's centre
 */
export function spotOnStage(spot: Spot, view: View, image: Size, stage: Size): Spot {
  const fit = fitScale(image, stage, view.turns)
  const lying = turnedSize(image, view.turns)
  const { x, y } = turnedSpot(
    { x: (spot.x - 0.5) * image.width, y: (spot.y - 0.5) * image.height },
    view.turns
  )
  return {
    x: (x * view.zoom + view.x * lying.width) * fit,
    y: (y * view.zoom + view.y * lying.height) * fit,
  }
}

/** The spot of the picture under a point of the stage; outside 0 to 1 where the picture is not. */
export function spotUnder(point: Spot, view: View, image: Size, stage: Size): Spot {
  const fit = fitScale(image, stage, view.turns)
  const lying = turnedSize(image, view.turns)
  const lain = {
    x: (point.x / fit - view.x * lying.width) / view.zoom,
    y: (point.y / fit - view.y * lying.height) / view.zoom,
  }
  const { x, y } = turnedSpot(lain, -view.turns)
  return { x: x / image.width + 0.5, y: y / image.height + 0.5 }
}

const nearest = (part: number) => Math.min(1, Math.max(0, Math.round(part * 10_000) / 10_000))

/** The same spot on the picture's edge where it lies outside; four decimals are finer than any pixel. */
export function withinPicture({ x, y }: Spot): Spot {
  return { x: nearest(x), y: nearest(y) }
}

export const isOnPicture = ({ x, y }: Spot) => x >= 0 && x <= 1 && y >= 0 && y <= 1
