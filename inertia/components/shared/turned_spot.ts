export interface Spot {
  x: number
  y: number
}

/** A vector of the upright picture as it lies after quarter turns clockwise; negative ones turn back. */
export function turnedSpot({ x, y }: Spot, turns: number): Spot {
  switch (((turns % 4) + 4) % 4) {
    case 1:
      return { x: -y, y: x }
    case 2:
      return { x: -x, y: -y }
    case 3:
      return { x: y, y: -x }
    default:
      return { x, y }
  }
}
