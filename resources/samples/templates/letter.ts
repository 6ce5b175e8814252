import { heading, photo, seal, signature, small } from '../parts.js'
import { SERIF, block, line, rule, type BlockStyle, type Svg } from '../svg.js'
import type { Sheet } from '../desk.js'

const WIDTH = 700
const HEIGHT = 990
const LEFT = 72
const SIGN_ROW = 48
const SIZES = [24, 22.5, 21, 19.5, 18.5]

export interface Letter {
  title: string
  subtitle?: string
  number?: string
  /** Who is addressed. */
  to?: string
  paragraphs: string[]
  /** Last words before the signatures, e.g. 特此证明。 */
  closing?: string
  withPhoto?: boolean
  /** Signature lines: [label, value]; the value 'signature' is drawn by hand. */
  signed: [label: string, value: string][]
  /** Seals at the foot, with the name of who stamps over each. */
  stamps?: string[]
  foot?: string
  extra?: Svg
}

/** A page of running text with signatures and seals, set as large as the page allows. */
export function letter(source: Letter): Sheet {
  for (const size of SIZES) {
    const body = composed(source, { size, leading: size * 1.78, family: SERIF })
    if (body) return { width: WIDTH, height: HEIGHT, body: body + (source.extra ?? '') }
  }
  throw new Error(`${source.title}: too long for a page`)
}

function composed(source: Letter, style: BlockStyle): Svg | undefined {
  const { closing, signed, stamps = [], to } = source
  const opening = head(source)
  let { svg, y } = opening
  if (to) {
    svg += line(LEFT, y, to, { ...style, weight: 700 })
    y += style.size * 2
  }
  const photoBottom = source.withPhoto ? y + 164 : 0
  if (source.withPhoto) svg += photo(WIDTH - LEFT - 118, y - 14, 118, 156)
  for (const text of source.paragraphs) {
    const width = y < photoBottom ? WIDTH - 2 * LEFT - 138 : WIDTH - 2 * LEFT
    const drawn = block(LEFT, y, width, text, { ...style, indent: 2 })
    svg += drawn.svg
    y += drawn.height + 6
  }
  if (closing) {
    svg += line(LEFT + style.size * 2, y + 4, closing, style)
    y += style.size * 2
  }

  const end = HEIGHT - 46 - (source.foot ? 34 : 0)
  const needed = signed.length * SIGN_ROW + (stamps.length ? 130 : 30)
  const spare = end - needed - y - 30
  if (spare < 0) return undefined
  y += 30 + spare * 0.4
  for (const [label, value] of signed) {
    svg += signatureLine(label, value, y)
    y += SIGN_ROW
  }
  svg += stamps.length ? stamped(stamps, y) : dated(y)
  if (source.foot) svg += small(LEFT, HEIGHT - 52, source.foot)
  return svg
}

function head({ title, subtitle, number }: Letter): { svg: Svg; y: number } {
  let svg = heading(WIDTH / 2, 112, title, 36, WIDTH - 110)
  let y = 142
  if (subtitle) {
    svg += line(WIDTH / 2, y + 6, subtitle, {
      size: 18,
      anchor: 'middle',
      fill: '#4a505c',
      fit: 560,
    })
    y += 24
  }
  if (number) {
    svg += small(WIDTH - LEFT, y + 12, number, 'end')
    y += 22
  }
  return { svg, y: y + 44 }
}

function signatureLine(label: string, value: string, y: number): Svg {
  const middle = WIDTH / 2
  return (
    line(middle + 6, y, `${label}:`, {
      size: 19,
      anchor: 'end',
      family: SERIF,
      fit: middle - LEFT,
    }) +
    (value === 'signature'
      ? signature(middle + 16, y - 34, 92)
      : line(middle + 14, y, value, { size: 19, family: SERIF, fit: middle - LEFT - 10 })) +
    rule(middle + 8, y + 9, WIDTH - LEFT, y + 9, '#9aa1ad')
  )
}

function dated(y: number): Svg {
  return line(WIDTH - LEFT, y + 6, '××××年××月××日', { size: 18, anchor: 'end', family: SERIF })
}

function stamped(names: string[], y: number): Svg {
  const column = (WIDTH - 2 * LEFT) / Math.max(names.length, 2)
  return names
    .map((name, i) => {
      const cx = names.length === 1 ? WIDTH - LEFT - 112 : LEFT + column * (i + 0.5)
      return (
        line(cx, y + 46, name, { size: 18, anchor: 'middle', family: SERIF, fit: column - 10 }) +
        line(cx, y + 80, '××××年××月××日', { size: 18, anchor: 'middle', family: SERIF }) +
        seal(cx + 16, y + 62, 64)
      )
    })
    .join('')
}
