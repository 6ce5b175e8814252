import { SANS, SEAL_RED, group, line, noise, rect, round, type Svg } from './svg.js'

/** A flat document in its own units, before it is photographed. */
export interface Sheet {
  width: number
  height: number
  body: Svg
  paper?: string
  radius?: number
  /** A picture that fills the frame (a portrait photo): no desk, no caption. */
  bare?: boolean
}

export interface Picture {
  width: number
  height: number
  svg: Svg
}

export interface Shot {
  caption: string
  seed: string
  /** Degrees clockwise. */
  turn?: number
  /** 1 = the whole sheet with a margin. */
  zoom?: number
  /** Shift of the sheet, in px of the picture. */
  shift?: [number, number]
  /** Quarter turn of the whole photograph. */
  sideways?: boolean
  overlay?: (width: number, height: number) => Svg
}

const LONG_SIDE = 960
const MARGIN = 30
const CAPTION = 34
const DESKS = [
  ['#7b8796', '#5c6776'],
  ['#a08a72', '#7f6a54'],
  ['#8f9a94', '#6c7772'],
  ['#8c8fa3', '#686c82'],
]

/** Lays the sheet on a desk, marks it as a sample and takes its picture from above. */
export function photograph(sheet: Sheet, shot: Shot): Picture {
  const standing = sheet.height > sheet.width
  const room = LONG_SIDE - 2 * MARGIN - (standing ? CAPTION : 0)
  const scale = room / Math.max(sheet.width, sheet.height)
  const w = sheet.width * scale
  const h = sheet.height * scale
  const width = Math.round(w + 2 * MARGIN)
  const height = Math.round(h + 2 * MARGIN + CAPTION)
  if (sheet.bare) return filled(sheet, scale)

  const random = noise(shot.seed)
  const desk = DESKS[Math.floor(random() * DESKS.length)]
  const turn = shot.turn ?? (random() - 0.5) * 0.7
  const zoom = shot.zoom ?? 1
  const [dx, dy] = shot.shift ?? [0, 0]
  const cx = width / 2 + dx
  const cy = MARGIN + h / 2 + dy
  const radius = (sheet.radius ?? 2) * scale
  const outline = (attributes: string) =>
    rect(-w / 2, -h / 2, w, h, `rx="${round(radius)}" ${attributes}`)

  const laid = group(
    `transform="translate(${round(cx)} ${round(cy)}) rotate(${round(turn)}) scale(${zoom})"`,
    group(
      'filter="url(#soft)"',
      rect(-w / 2 + 3, -h / 2 + 7, w, h, `rx="${round(radius)}" fill="#10141c" opacity=".55"`)
    ),
    outline(`fill="${sheet.paper ?? '#fdfdfb'}"`),
    group(
      'clip-path="url(#sheet)"',
      group(
        `transform="translate(${round(-w / 2)} ${round(-h / 2)}) scale(${round(scale * 1e4) / 1e4})"`,
        sheet.body
      ),
      outline('fill="url(#light)"'),
      watermark(0, 0, w, h)
    )
  )
  const svg =
    '<defs>' +
    `<linearGradient id="desk" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${desk[0]}"/><stop offset="1" stop-color="${desk[1]}"/></linearGradient>` +
    '<linearGradient id="light" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".1"/><stop offset="1" stop-color="#39404d" stop-opacity=".1"/></linearGradient>' +
    '<filter id="soft" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="9"/></filter>' +
    `<clipPath id="sheet">${outline('')}</clipPath>` +
    '</defs>' +
    rect(0, 0, width, height, 'fill="url(#desk)"') +
    laid +
    line(width / 2, height - 20, shot.caption, {
      size: 18,
      fit: width - 2 * MARGIN,
      fill: '#fff',
      anchor: 'middle',
      weight: 500,
    }) +
    (shot.overlay?.(width, height) ?? '')
  return shot.sideways ? onItsSide({ width, height, svg }) : { width, height, svg }
}

function filled(sheet: Sheet, scale: number): Picture {
  const width = Math.round(sheet.width * scale)
  const height = Math.round(sheet.height * scale)
  return {
    width,
    height,
    svg:
      group(`transform="scale(${scale})"`, sheet.body) +
      watermark(width / 2, height / 2, width, height),
  }
}

function onItsSide({ width, height, svg }: Picture): Picture {
  return {
    width: height,
    height: width,
    svg: group(`transform="translate(${height} 0) rotate(90)"`, svg),
  }
}

/** The red 示例 across the whole sheet, faint enough to read through. */
function watermark(cx: number, cy: number, w: number, h: number): Svg {
  const size = Math.min(Math.max(w, h) * 0.34, Math.min(w, h) * 0.46)
  const angle = w > h ? -24 : -38
  return group(
    `transform="translate(${round(cx)} ${round(cy)}) rotate(${angle})" opacity="0.17"`,
    line(size * 0.06, size * 0.36, '示例', {
      size,
      family: SANS,
      weight: 700,
      fill: SEAL_RED,
      anchor: 'middle',
      spacing: size * 0.12,
    })
  )
}

/** The complete SVG file of a picture. */
export function asFile({ width, height, svg }: Picture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${svg}</svg>`
}
