import { heading, photo, seal, signature, small, type Sitter } from '../parts.js'
import {
  block,
  frame,
  leadingOf,
  line,
  rect,
  rule,
  wrap,
  type BlockStyle,
  type Svg,
} from '../svg.js'
import type { Sheet } from '../desk.js'

const WIDTH = 700
const HEIGHT = 990
const LEFT = 48
const RIGHT = WIDTH - LEFT
const BORDER = '#3b4048'
const PHOTO = 116
const LABEL_FILL = '#f1f3f6'

/** One row of an official form, top to bottom. */
export type Row =
  | { kind: 'fields'; cells: string[] }
  | { kind: 'wide'; label: string; text: string }
  | { kind: 'band'; text: string }
  | { kind: 'opinion'; label: string; text: string; sign: string; stamped: boolean; grow: number }
  | { kind: 'list'; columns: [title: string, share: number][]; rows: string[][]; own?: number }

/** label, value, label, value … */
export const fields = (...cells: string[]): Row => ({ kind: 'fields', cells })
export const wide = (label: string, text: string): Row => ({ kind: 'wide', label, text })
export const band = (text: string): Row => ({ kind: 'band', text })
export const list = (columns: [string, number][], rows: string[][], own?: number): Row => ({
  kind: 'list',
  columns,
  rows,
  own,
})

/** A box with an opinion, a signature and, if `stamped`, the seal over the date. */
export function opinion(
  label: string,
  text: string,
  options: { sign: string; stamped?: boolean; grow?: number }
): Row {
  const { sign, stamped = false, grow = stamped ? 1.3 : 1 } = options
  return { kind: 'opinion', label, text, sign, stamped, grow }
}

export interface Form {
  title: string
  subtitle?: string
  top?: [left: string, right: string]
  rows: Row[]
  /** The photo stands at the right of the first so many rows. */
  photoRows?: number
  sitter?: Sitter
  foot?: string[]
  extra?: Svg
}

const BODY: BlockStyle = { size: 16.5, leading: 27 }
const ROW = 42

/** An A4 form in a ruled table; the boxes for opinions share what height is left. */
export function form(source: Form): Sheet {
  const { title, subtitle, top, rows, photoRows = 0, foot = [] } = source
  let svg = heading(WIDTH / 2, 88, title, 31, WIDTH - 90)
  let y = 108
  if (subtitle) {
    svg += line(WIDTH / 2, 120, subtitle, { size: 17, anchor: 'middle', fill: '#4a505c', fit: 600 })
    y = 132
  }
  if (top) {
    svg += small(LEFT, y + 18, top[0]) + small(RIGHT, y + 18, top[1], 'end')
    y += 28
  } else {
    y += 8
  }

  const start = y
  const bottom = HEIGHT - 48 - foot.length * 22
  const photoWidth = photoRows ? PHOTO : 0
  const least = rows.map((row) => leastHeight(row))
  const spare = bottom - start - least.reduce((sum, height) => sum + height, 0)
  const shares = rows.reduce((sum, row) => sum + growOf(row), 0)
  if (spare < 0) throw new Error(`${title}: the form is ${Math.ceil(-spare)} px too long`)
  const plain = shares ? 0 : Math.min(14, spare / rows.length)

  rows.forEach((row, i) => {
    const height = least[i] + (shares ? (spare * growOf(row)) / shares : plain)
    svg += drawRow(row, y, height, i < photoRows ? RIGHT - photoWidth : RIGHT)
    y += height
    if (i === photoRows - 1) {
      const tall = Math.min(y - start - 12, 148)
      svg += photo(
        RIGHT - photoWidth + 6,
        start + (y - start - tall) / 2,
        PHOTO - 12,
        tall,
        source.sitter
      )
      svg += frame(RIGHT - photoWidth, start, photoWidth, y - start, BORDER)
    }
  })
  svg += frame(LEFT, start, RIGHT - LEFT, y - start, BORDER, 2)
  foot.forEach((text, i) => {
    svg += line(LEFT, y + 26 + i * 22, text, { size: 14, fill: '#4a505c', fit: RIGHT - LEFT })
  })
  return { width: WIDTH, height: HEIGHT, body: svg + (source.extra ?? '') }
}

function growOf(row: Row): number {
  return row.kind === 'opinion' ? row.grow : 0
}

const VALUE = RIGHT - LEFT - 104

function leastHeight(row: Row): number {
  if (row.kind === 'fields') return ROW
  if (row.kind === 'band') return 36
  if (row.kind === 'list') return 38 + row.rows.length * 36
  const text = wrap(row.text, VALUE - 28, BODY).length * leadingOf(BODY)
  return row.kind === 'wide' ? Math.max(ROW, text + 16) : text + (row.stamped ? 92 : 62)
}

function drawRow(row: Row, y: number, height: number, right: number): Svg {
  switch (row.kind) {
    case 'fields':
      return drawFields(row.cells, y, height, right)
    case 'band':
      return (
        rect(LEFT, y, right - LEFT, height, `fill="${LABEL_FILL}" stroke="${BORDER}"`) +
        line((LEFT + right) / 2, y + height / 2 + 6, row.text, {
          size: 16.5,
          weight: 700,
          anchor: 'middle',
        })
      )
    case 'list':
      return drawList(row, y, height, right)
    default:
      return drawBox(row, y, height, right)
  }
}

function drawFields(cells: string[], y: number, height: number, right: number): Svg {
  const pairs = cells.length / 2
  const label = pairs === 3 ? 74 : 104
  const value = (right - LEFT - label * pairs) / pairs
  return cells
    .map((text, i) => {
      const isLabel = i % 2 === 0
      const x = LEFT + Math.ceil(i / 2) * label + Math.floor(i / 2) * value
      const w = isLabel ? label : value
      return cell(x, y, w, height, text, isLabel)
    })
    .join('')
}

/** A row of × is cut to the cell instead of being made too small to see. */
function masked(text: string, size: number, width: number): string {
  return /^\u00d7+$/u.test(text) ? text.slice(0, Math.floor(width / size)) : text
}

function cell(x: number, y: number, w: number, h: number, text: string, isLabel: boolean): Svg {
  const shown = masked(text, 16.5, w - 14)
  return (
    rect(x, y, w, h, `fill="${isLabel ? LABEL_FILL : 'none'}" stroke="${BORDER}"`) +
    line(x + w / 2, y + h / 2 + 6, shown, {
      size: 16.5,
      anchor: 'middle',
      fit: w - 10,
      weight: isLabel ? 500 : 400,
    })
  )
}

function drawBox(
  row: Extract<Row, { kind: 'wide' | 'opinion' }>,
  y: number,
  height: number,
  right: number
): Svg {
  const label = 104
  const parts = row.label.split('\n')
  const from = y + height / 2 + 6 - ((parts.length - 1) * 24) / 2
  let svg = rect(LEFT, y, label, height, `fill="${LABEL_FILL}" stroke="${BORDER}"`)
  svg += frame(LEFT + label, y, right - LEFT - label, height, BORDER)
  parts.forEach((text, i) => {
    svg += line(LEFT + label / 2, from + i * 24, text, {
      size: 16.5,
      weight: 500,
      anchor: 'middle',
      fit: label - 10,
    })
  })
  const x = LEFT + label + 14
  svg += block(x, y + 27, VALUE - 28, row.text, BODY).svg
  if (row.kind === 'wide') return svg
  const base = y + height - 18
  if (row.stamped) {
    const radius = Math.min(56, height / 2 - 4)
    svg += seal(right - 96, Math.max(y + radius + 3, y + height - 76), radius)
  }
  svg += line(right - 20, base, '××××年××月××日', { size: 16, anchor: 'end' })
  const signAt = row.stamped ? base - 36 : base
  const signX = row.stamped ? right - 400 : x
  svg += line(signX, signAt, `${row.sign}:`, { size: 16 })
  svg += signature(signX + row.sign.length * 16 + 22, signAt - 30, 84)
  return svg
}

function drawList(
  row: Extract<Row, { kind: 'list' }>,
  y: number,
  height: number,
  right: number
): Svg {
  const total = row.columns.reduce((sum, [, share]) => sum + share, 0)
  const each = (height - 38) / row.rows.length
  let x = LEFT
  let svg = ''
  if (row.own !== undefined) {
    svg += rect(LEFT, y + 38 + row.own * each, right - LEFT, each, 'fill="#fff3c4"')
  }
  row.columns.forEach(([title, share], column) => {
    const w = ((right - LEFT) * share) / total
    svg += cell(x, y, w, 38, title, true)
    row.rows.forEach((values, i) => {
      svg += cell(x, y + 38 + i * each, w, each, values[column] ?? '', false)
    })
    x += w
  })
  return svg + rule(LEFT, y, right, y, BORDER)
}
