import { SANS, SEAL_RED, SERIF, group, line, noise, rect, round, type Svg } from './svg.js'

function star(cx: number, cy: number, radius: number, fill: string): Svg {
  const points = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 ? radius * 0.39 : radius
    const angle = -Math.PI / 2 + (i * Math.PI) / 5
    return `${round(cx + r * Math.cos(angle))},${round(cy + r * Math.sin(angle))}`
  })
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`
}

/** A petalled disc that stands where a real document has its emblem. */
export function badge(cx: number, cy: number, radius: number, fill: string, core: string): Svg {
  const petals = Array.from({ length: 8 }, (_, i) =>
    group(
      `transform="rotate(${i * 45} ${cx} ${cy})"`,
      `<ellipse cx="${cx}" cy="${round(cy - radius * 0.62)}" rx="${round(radius * 0.26)}" ry="${round(radius * 0.38)}" fill="${fill}"/>`
    )
  )
  return (
    petals.join('') +
    `<circle cx="${cx}" cy="${cy}" r="${round(radius * 0.52)}" fill="${fill}"/>` +
    `<circle cx="${cx}" cy="${cy}" r="${round(radius * 0.42)}" fill="${core}"/>` +
    star(cx, cy, radius * 0.28, fill)
  )
}

/** A round seal that says of itself that it is none. */
export function seal(cx: number, cy: number, radius = 62, tilt = -8): Svg {
  const arc = [...'示例印章'].map((char, i) =>
    group(
      `transform="rotate(${-63 + i * 42} ${cx} ${cy})"`,
      line(cx, cy - radius * 0.6, char, {
        size: radius * 0.3,
        family: SERIF,
        weight: 700,
        fill: SEAL_RED,
        anchor: 'middle',
      })
    )
  )
  return group(
    `transform="rotate(${tilt} ${cx} ${cy})" opacity="0.86"`,
    `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="none" stroke="${SEAL_RED}" stroke-width="${round(radius * 0.055)}"/>`,
    star(cx, cy + radius * 0.02, radius * 0.3, SEAL_RED),
    ...arc,
    line(cx, cy + radius * 0.66, '不具效力', {
      size: radius * 0.2,
      family: SERIF,
      weight: 700,
      fill: SEAL_RED,
      anchor: 'middle',
    })
  )
}

const SHI = [
  'M28 24Q45 22 66 18',
  'M12 46Q45 42 90 35',
  'M51 42Q54 65 50 86Q48 93 37 83',
  'M32 58Q26 72 13 81',
  'M68 54Q78 64 87 75',
]
const LI = [
  'M124 10Q118 32 105 48',
  'M117 36Q118 62 116 92',
  'M130 22Q142 20 158 15',
  'M143 22Q138 40 128 52',
  'M140 38Q150 34 157 33Q155 62 129 86',
  'M139 52Q146 56 148 61',
  'M169 26Q170 45 168 62',
  'M187 10Q189 50 187 86Q184 93 175 83',
]

/** The word 示例 as if by hand, `width` px wide, with its top left corner at x, y. */
export function signature(x: number, y: number, width = 92, ink = '#1d2d6b'): Svg {
  return group(
    `transform="translate(${x} ${y}) scale(${round(width / 200)}) rotate(-4) skewX(-8)" fill="none" stroke="${ink}" stroke-width="6.5" stroke-linecap="round" stroke-linejoin="round"`,
    `<path d="${[...SHI, ...LI].join('')}"/>`
  )
}

/** Looks like a QR code and cannot be read as one. */
export function qr(x: number, y: number, size: number, seed: string): Svg {
  const modules = 29
  const unit = size / modules
  const random = noise(seed)
  const inFinder = (row: number, col: number) =>
    (row < 8 && col < 8) || (row < 8 && col > 20) || (row > 20 && col < 8)
  const inLabel = (row: number, col: number) => row > 10 && row < 18 && col > 7 && col < 21
  let path = ''
  for (let row = 0; row < modules; row++) {
    for (let col = 0; col < modules; col++) {
      const on = random() < 0.48
      if (on && !inFinder(row, col) && !inLabel(row, col)) {
        path += `M${round(x + col * unit)} ${round(y + row * unit)}h${round(unit)}v${round(unit)}h${round(-unit)}z`
      }
    }
  }
  const finder = (fx: number, fy: number) =>
    rect(fx, fy, unit * 7, unit * 7, 'fill="#111"') +
    rect(fx + unit, fy + unit, unit * 5, unit * 5, 'fill="#fff"') +
    rect(fx + unit * 2, fy + unit * 2, unit * 3, unit * 3, 'fill="#111"')
  return (
    rect(x - unit * 2, y - unit * 2, size + unit * 4, size + unit * 4, 'fill="#fff"') +
    `<path d="${path}" fill="#111"/>` +
    finder(x, y) +
    finder(x + unit * 22, y) +
    finder(x, y + unit * 22) +
    line(x + size / 2, y + unit * 16.6, '示例', {
      size: unit * 5.6,
      weight: 700,
      fill: SEAL_RED,
      anchor: 'middle',
    })
  )
}

export function barcode(x: number, y: number, width: number, height: number, seed: string): Svg {
  const random = noise(seed)
  let path = ''
  for (let at = 0; at < width - 4;) {
    const bar = 1.2 + Math.floor(random() * 3) * 1.2
    path += `M${round(x + at)} ${y}h${round(bar)}v${height}h${round(-bar)}z`
    at += bar + 1.4 + Math.floor(random() * 3) * 1.3
  }
  return `<path d="${path}" fill="#161616"/>`
}

/** Fine waves as on security paper. */
export function waves(width: number, height: number, stroke: string, gap = 26): Svg {
  let path = ''
  for (let y = gap / 2; y < height; y += gap) {
    path += `M0 ${round(y)}`
    for (let x = 0; x < width; x += 80) path += `q20 ${gap * 0.7} 40 0t40 0`
  }
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="1" opacity="0.5"/>`
}

export type Sitter = 'woman' | 'man'

const HAIR: Record<Sitter, { back: string; front: string }> = {
  woman: {
    back: 'M76 178C70 84 110 48 150 48C190 48 230 84 224 178C224 226 218 258 210 276L90 276C82 258 76 226 76 178Z',
    front:
      'M86 176C82 100 112 66 150 64C190 64 218 100 214 176C206 146 192 122 166 108C146 128 112 138 98 142C92 152 88 164 86 176Z',
  },
  man: {
    back: 'M82 172C76 92 106 56 150 56C196 56 224 92 218 172Z',
    front:
      'M84 172C74 96 108 54 152 56C200 56 226 98 216 172C210 150 206 134 198 122C170 130 126 126 106 116C96 132 90 150 84 172Z',
  },
}

/** A drawn head and shoulders: nobody's face. */
export function portrait(
  x: number,
  y: number,
  w: number,
  h: number,
  options: { sitter?: Sitter; backdrop?: string } = {}
): Svg {
  const { sitter = 'woman', backdrop = '#e6edf7' } = options
  const hair = HAIR[sitter]
  return (
    `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="0 0 300 400" preserveAspectRatio="xMidYMid slice">` +
    rect(-100, -100, 500, 600, `fill="${backdrop}"`) +
    `<path d="${hair.back}" fill="#221d1f"/>` +
    `<path d="M120 236H180V318H120Z" fill="#e2ae8b"/><path d="M120 250C136 270 164 270 180 250V268C164 286 136 286 120 268Z" fill="#cf9775" opacity=".7"/>` +
    `<path d="M-4 412C0 336 62 316 120 294L150 340L180 294C238 316 300 336 304 412Z" fill="#2a3a5c"/>` +
    `<path d="M118 292L150 342L134 372L104 300ZM182 292L150 342L166 372L196 300Z" fill="#f7f9fc"/>` +
    `<path d="M150 342L134 372L150 412L166 372Z" fill="#f7f9fc"/><path d="M104 300L90 306L128 400L150 412ZM196 300L210 306L172 400L150 412Z" fill="#223150"/>` +
    `<ellipse cx="87" cy="188" rx="10" ry="18" fill="#e2ae8b"/><ellipse cx="213" cy="188" rx="10" ry="18" fill="#e2ae8b"/>` +
    `<path d="M88 170C88 112 112 86 150 86C188 86 212 112 212 170C212 226 186 266 150 266C114 266 88 226 88 170Z" fill="#f1c6a5"/>` +
    `<path d="${hair.front}" fill="#2b2527"/>` +
    `<path d="M108 164Q122 155 138 162M162 162Q178 155 192 164" fill="none" stroke="#3a2f2d" stroke-width="5" stroke-linecap="round"/>` +
    `<ellipse cx="124" cy="182" rx="9" ry="6" fill="#fff"/><ellipse cx="176" cy="182" rx="9" ry="6" fill="#fff"/><circle cx="124" cy="182" r="5.4" fill="#2a2120"/><circle cx="176" cy="182" r="5.4" fill="#2a2120"/>` +
    `<path d="M150 184Q145 206 144 213Q150 219 157 213" fill="none" stroke="#d39b78" stroke-width="3.5" stroke-linecap="round"/>` +
    `<path d="M130 236Q150 249 170 236Q150 232 130 236Z" fill="#c46a63"/>` +
    '</svg>'
  )
}

/** A pasted photograph with a thin border. */
export function photo(x: number, y: number, w: number, h: number, sitter: Sitter = 'woman'): Svg {
  return (
    portrait(x, y, w, h, { sitter, backdrop: '#dfe9f6' }) +
    rect(x, y, w, h, 'fill="none" stroke="#9aa6b8" stroke-width="1"')
  )
}

export function heading(
  cx: number,
  y: number,
  title: string,
  size: number,
  fit: number,
  fill = '#17191e',
  spacing = 0
): Svg {
  return line(cx + spacing / 2, y, title, {
    size,
    fit,
    fill,
    spacing,
    weight: 700,
    anchor: 'middle',
    family: SERIF,
  })
}

export function small(
  x: number,
  y: number,
  source: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  fill = '#667085'
): Svg {
  return line(x, y, source, { size: 14, anchor, fill, family: SANS })
}
