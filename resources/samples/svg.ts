/** A piece of SVG markup. */
export type Svg = string

export const SANS = 'Noto Sans CJK SC'
export const SERIF = 'Noto Serif CJK SC'
export const MONO = 'Noto Sans Mono CJK SC'

const INK = '#20242c'
export const SEAL_RED = '#d0241b'

export interface TextStyle {
  size: number
  family?: string
  weight?: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  /** Extra space after each character, in px. */
  spacing?: number
  /** The text is made smaller until it fits this width, in px. */
  fit?: number
}

export interface BlockStyle extends TextStyle {
  /** Distance between baselines, in px. */
  leading?: number
  /** First-line indent, in characters. */
  indent?: number
}

const CJK = /[\u2e80-\u9fff\uff00-\uffef\u00d7]/u
const WIDE: Record<string, string> = {
  ',': '\uff0c',
  ':': '\uff1a',
  ';': '\uff1b',
  '(': '\uff08',
  ')': '\uff09',
  '?': '\uff1f',
}
const NEVER_FIRST = /[\uff0c\u3002\u3001\uff1b\uff1a\uff09\u300b\u201d\uff1f]/u
const NEVER_LAST = /[\uff08\u300a\u201c]/u

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Chinese texts get full-width punctuation, whatever their source has. */
export function typeset(text: string): string {
  return CJK.test(text) ? text.replace(/[,:;()?]/g, (mark) => WIDE[mark]) : text
}

/** Width of one line in px: advance widths of the Noto CJK fonts, rounded up. */
export function widthOf(text: string, size: number, spacing = 0): number {
  let em = 0
  for (const char of text) {
    if (char > '\u2000' || char === '\u00d7') em += 1
    else if (/[A-Z@%&]/.test(char)) em += 0.68
    else if (/[ .,:;'|!]/.test(char)) em += 0.33
    else em += 0.58
  }
  return em * size + spacing * [...text].length
}

/** One line of text; `y` is the baseline. */
export function line(x: number, y: number, source: string, style: TextStyle): Svg {
  const content = typeset(source)
  const { family = SANS, weight = 400, fill = INK, anchor = 'start', spacing = 0, fit } = style
  const natural = widthOf(content, style.size, spacing)
  const ratio = fit && natural > fit ? fit / natural : 1
  return (
    `<text x="${round(x)}" y="${round(y)}" font-family="${family}" font-size="${round(style.size * ratio)}"` +
    ` font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"` +
    (spacing ? ` letter-spacing="${round(spacing * ratio)}"` : '') +
    ` xml:space="preserve">${escape(content)}</text>`
  )
}

/** Breaks a text into lines of at most `width` px; no line begins with a closing mark. */
export function wrap(source: string, width: number, style: BlockStyle): string[] {
  const lines: string[] = []
  let current = '\u3000'.repeat(style.indent ?? 0)
  for (const char of typeset(source)) {
    const full = widthOf(current + char, style.size, style.spacing) > width
    if (char === '\n' || (full && !NEVER_FIRST.test(char))) {
      const opener = NEVER_LAST.test(current.slice(-1)) ? current.slice(-1) : ''
      lines.push(opener ? current.slice(0, -1) : current)
      current = char === '\n' ? '' : opener + char
    } else {
      current += char
    }
  }
  return [...lines, current]
}

export function leadingOf(style: BlockStyle): number {
  return style.leading ?? style.size * 1.7
}

/** Wrapped text whose first baseline is at `y`; `height` reaches below the last line. */
export function block(x: number, y: number, width: number, source: string, style: BlockStyle) {
  const leading = leadingOf(style)
  const lines = wrap(source, width, style)
  const svg = lines.map((text, i) => line(x, y + i * leading, text, style)).join('')
  return { svg, height: lines.length * leading }
}

export function rect(x: number, y: number, w: number, h: number, attributes = ''): Svg {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" ${attributes}/>`
}

export function frame(x: number, y: number, w: number, h: number, stroke: string, thick = 1): Svg {
  return rect(x, y, w, h, `fill="none" stroke="${stroke}" stroke-width="${thick}"`)
}

export function rule(x1: number, y1: number, x2: number, y2: number, stroke = INK, thick = 1): Svg {
  return `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${stroke}" stroke-width="${thick}" fill="none"/>`
}

export function group(attributes: string, ...children: Svg[]): Svg {
  return `<g ${attributes}>${children.join('')}</g>`
}

/** Puts a drawing of `width` × `height` units at a place, scaled to `w` px wide. */
export function place(
  x: number,
  y: number,
  w: number,
  drawing: { width: number; height: number; body: Svg }
): Svg {
  return group(
    `transform="translate(${round(x)} ${round(y)}) scale(${w / drawing.width})"`,
    drawing.body
  )
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Repeatable noise (mulberry32), so that a redraw changes no byte without cause. */
export function noise(seed: string): () => number {
  let state = [...seed].reduce((sum, char) => (sum * 31 + char.codePointAt(0)!) >>> 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
