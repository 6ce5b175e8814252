import { badge, heading, photo, qr, seal, signature, type Sitter } from '../parts.js'
import { SERIF, block, frame, line, rect, rule, type Svg } from '../svg.js'
import type { Sheet } from '../desk.js'

export type Tone = 'navy' | 'gold' | 'crimson' | 'green'

const TONES: Record<Tone, { frame: string; fine: string; title: string; paper: string }> = {
  navy: { frame: '#1d4f91', fine: '#8fb0d8', title: '#1d4f91', paper: '#fdf9ea' },
  gold: { frame: '#b08a3c', fine: '#dcc48b', title: '#9a1c1c', paper: '#fffaf0' },
  crimson: { frame: '#9f2a2a', fine: '#dba6a0', title: '#9f2a2a', paper: '#fdf6ec' },
  green: { frame: '#2f6f57', fine: '#9cc4b2', title: '#2f6f57', paper: '#f7faf1' },
}

function border(width: number, height: number, tone: Tone, inset = 22): Svg {
  const { frame: outer, fine } = TONES[tone]
  return (
    frame(inset, inset, width - 2 * inset, height - 2 * inset, outer, 5) +
    frame(inset + 10, inset + 10, width - 2 * inset - 20, height - 2 * inset - 20, fine, 2) +
    [
      [inset + 10, inset + 10],
      [width - inset - 10, inset + 10],
      [inset + 10, height - inset - 10],
      [width - inset - 10, height - inset - 10],
    ]
      .map(
        ([x, y]) =>
          `<circle cx="${x}" cy="${y}" r="9" fill="${TONES[tone].paper}" stroke="${outer}" stroke-width="3"/>`
      )
      .join('')
  )
}

export interface Certificate {
  title: string
  subtitle?: string
  tone: Tone
  text: string
  /** Lines at the foot on the left: [label, value]; 'signature' is drawn by hand. */
  foot: [label: string, value: string][]
  issuer: string
  sitter?: Sitter
  code?: string
}

/** A diploma: landscape, photo at the left, text at the right, seal over the date. */
export function diploma(source: Certificate): Sheet {
  const width = 1000
  const height = 700
  const tone = TONES[source.tone]
  let svg = border(width, height, source.tone)
  svg += heading(
    width / 2,
    132,
    source.title,
    56,
    width - 240,
    tone.title,
    source.title.length < 9 ? 16 : 4
  )
  if (source.subtitle) {
    svg += line(width / 2, 172, source.subtitle, {
      size: 21,
      anchor: 'middle',
      fill: '#555c68',
      family: SERIF,
      fit: 760,
    })
  }
  svg += photo(92, 214, 168, 224, source.sitter)
  svg += block(300, 246, 616, source.text, { size: 26, leading: 48, family: SERIF, indent: 2 }).svg
  source.foot.forEach(([label, value], i) => {
    const y = height - 74 - (source.foot.length - 1 - i) * 42
    svg += line(92, y, `${label}:`, { size: 21, family: SERIF })
    const x = 92 + (label.length + 1) * 21 + 6
    svg +=
      value === 'signature'
        ? signature(x, y - 32, 92)
        : line(x, y, value, { size: 21, family: SERIF, fit: 470 - x + 92 })
  })
  svg += issued(770, height - 150, source.issuer, 74)
  if (source.code) svg += qr(width - 148, 62, 84, source.code)
  return { width, height, paper: tone.paper, body: svg }
}

/** A certificate that stands upright, all lines in the middle. */
export function upright(source: Certificate): Sheet {
  const width = 720
  const height = 980
  const tone = TONES[source.tone]
  let svg = border(width, height, source.tone)
  svg += heading(
    width / 2,
    142,
    source.title,
    50,
    width - 150,
    tone.title,
    source.title.length < 9 ? 16 : 3
  )
  if (source.subtitle) {
    svg += line(width / 2, 186, source.subtitle, {
      size: 20,
      anchor: 'middle',
      fill: '#555c68',
      family: SERIF,
      fit: 560,
    })
  }
  svg += photo(width / 2 - 72, 216, 144, 192, source.sitter)
  svg += block(96, 466, width - 192, source.text, {
    size: 24,
    leading: 45,
    family: SERIF,
    indent: 2,
  }).svg
  source.foot.forEach(([label, value], i) => {
    const y = height - 66 - (source.foot.length - 1 - i) * 38
    svg += line(84, y, `${label}:`, { size: 19, family: SERIF })
    const x = 84 + (label.length + 1) * 19 + 6
    svg +=
      value === 'signature'
        ? signature(x, y - 30, 84)
        : line(x, y, value, { size: 19, family: SERIF, fit: 330 })
  })
  svg += issued(width - 190, height - 190, source.issuer, 70)
  if (source.code) svg += qr(88, height - 260, 96, source.code)
  return { width, height, paper: tone.paper, body: svg }
}

function issued(cx: number, y: number, issuer: string, radius: number): Svg {
  return (
    line(cx, y, issuer, { size: 24, family: SERIF, anchor: 'middle', fit: 300 }) +
    line(cx, y + 44, '××××年××月××日', { size: 22, family: SERIF, anchor: 'middle' }) +
    seal(cx + 12, y + 18, radius)
  )
}

export interface Booklet {
  title: string
  tone: Tone
  /** Left page: photo, then label and value pairs. */
  left: [label: string, value: string][]
  number: string
  sitter?: Sitter
  right: BookletPage
  issuer: string
}

export interface BookletPage {
  heading: string
  lines?: [label: string, value: string][]
  text?: string
  rows?: string[][]
}

/** A small certificate, opened flat: the photo page and the details page. */
export function booklet(source: Booklet): Sheet {
  const width = 1040
  const height = 700
  const half = width / 2
  const tone = TONES[source.tone]
  let svg =
    frame(26, 26, half - 42, height - 52, tone.fine, 2) +
    frame(half + 16, 26, half - 42, height - 52, tone.fine, 2)
  svg += `<defs><linearGradient id="fold"><stop offset="0" stop-color="#000" stop-opacity="0"/><stop offset=".5" stop-color="#000" stop-opacity=".22"/><stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient></defs>`
  svg += rect(half - 16, 0, 32, height, 'fill="url(#fold)"')

  svg += heading(half / 2 + 5, 92, source.title, 32, half - 90, tone.title, 2)
  svg += photo(half / 2 - 77, 126, 164, 214, source.sitter)
  svg += seal(half / 2 + 92, 330, 54)
  source.left.forEach(([label, value], i) => {
    svg += pair(62, 432 + i * 50, half - 90, label, value)
  })
  svg += line(62, height - 56, source.number, { size: 20, family: SERIF, fit: half - 100 })

  const page = source.right
  svg += heading(half * 1.5 - 5, 92, page.heading, 30, half - 90, tone.title, 2)
  let y = 152
  page.lines?.forEach(([label, value]) => {
    svg += pair(half + 50, y, half - 90, label, value)
    y += 52
  })
  if (page.rows) {
    svg += grid(half + 42, y - 8, half - 94, page.rows)
    y += page.rows.length * 46
  }
  if (page.text)
    svg += block(half + 50, y, half - 112, page.text, {
      size: 24,
      leading: 46,
      family: SERIF,
      indent: 2,
    }).svg
  svg += issued(half * 1.5 + 70, height - 128, source.issuer, 62)
  return { width, height, radius: 10, paper: tone.paper, body: svg }
}

function pair(x: number, y: number, width: number, label: string, value: string): Svg {
  const from = x + (label.length + 1) * 22 + 4
  return (
    line(x, y, `${label}:`, { size: 22, family: SERIF, fill: '#3d424b' }) +
    line(from, y, value, { size: 22, family: SERIF, weight: 600, fit: x + width - from - 14 }) +
    rule(from - 4, y + 9, x + width - 14, y + 9, '#b9b3a3')
  )
}

function grid(x: number, y: number, width: number, rows: string[][]): Svg {
  const w = width / rows[0].length
  return rows
    .flatMap((row, r) =>
      row.map(
        (text, c) =>
          frame(x + c * w, y + r * 46, w, 46, '#8b8472') +
          line(x + (c + 0.5) * w, y + r * 46 + 30, text, {
            size: 18,
            family: SERIF,
            anchor: 'middle',
            fit: w - 10,
            weight: r ? 400 : 700,
          })
      )
    )
    .join('')
}

export interface Licence {
  title: string
  subtitle: string
  lines: [label: string, value: string][]
  issuer: string
  code: string
}

/** A licence of an institution: landscape, badge on top, fields, code and seal. */
export function licence(source: Licence): Sheet {
  const width = 1000
  const height = 720
  const tone = TONES.crimson
  let svg = border(width, height, 'crimson')
  svg += badge(width / 2, 92, 40, tone.frame, '#f6dfb0')
  svg += heading(width / 2, 186, source.title, 46, 760, tone.title, 8)
  svg += line(width / 2, 222, source.subtitle, {
    size: 22,
    family: SERIF,
    anchor: 'middle',
    fit: 700,
  })
  source.lines.forEach(([label, value], i) => {
    const y = 280 + i * 47
    svg += line(96, y, label, { size: 22, family: SERIF, weight: 700 })
    svg += line(250, y, value, { size: 22, family: SERIF, fit: i < 5 ? 640 : 360 })
  })
  svg += qr(840, 70, 92, source.code)
  svg += issued(754, height - 132, source.issuer, 72)
  return { width, height, paper: tone.paper, body: svg }
}
