import { barcode, heading, photo, qr, seal, signature } from '../parts.js'
import { block, frame, line, rect, rule, type Svg } from '../svg.js'
import type { Sheet } from '../desk.js'

export interface Slip {
  title: string
  subtitle: string
  fields: [label: string, value: string][]
  /** Ruled rows under the fields; the first is the head. */
  rows?: string[][]
  notesTitle: string
  notes: string[]
  code: string
  signed?: boolean
  stamped?: string
}

/** A printed slip of the registration site: barcode, photo, fields, notes. */
export function slip(source: Slip): Sheet {
  const width = 700
  const height = 990
  let svg = heading(width / 2, 86, source.title, 32, width - 100)
  svg += line(width / 2, 120, source.subtitle, {
    size: 17,
    anchor: 'middle',
    fill: '#4a505c',
    fit: 600,
  })
  svg +=
    barcode(48, 142, 250, 46, source.code) +
    line(173, 206, '××××××××××××', { size: 15, anchor: 'middle' })
  svg += line(width - 48, 174, '网报编号:××××××××', { size: 17, anchor: 'end' })
  const top = 226
  const row = 42
  source.fields.forEach(([label, value], i) => {
    const y = top + i * row
    const right = y + row <= top + 4 * row ? width - 48 - 136 : width - 48
    svg +=
      rect(48, y, 132, row, 'fill="#f1f3f6" stroke="#59606b"') +
      frame(180, y, right - 180, row, '#59606b')
    svg += line(114, y + 27, label, { size: 16.5, anchor: 'middle', weight: 500, fit: 118 })
    svg += line(194, y + 27, value, { size: 16.5, fit: right - 208 })
  })
  svg +=
    frame(width - 184, top, 136, row * 4, '#59606b') +
    photo(width - 176, top + 6, 120, row * 4 - 12)
  let y = top + source.fields.length * row
  source.rows?.forEach((values, r) => {
    const w = (width - 96) / values.length
    values.forEach((text, c) => {
      svg += rect(48 + c * w, y, w, row, `fill="${r ? 'none' : '#f1f3f6'}" stroke="#59606b"`)
      svg += line(48 + (c + 0.5) * w, y + 27, text, {
        size: 16.5,
        anchor: 'middle',
        fit: w - 10,
        weight: r ? 400 : 700,
      })
    })
    y += row
  })
  y += 40
  svg += line(48, y, source.notesTitle, { size: 17, weight: 700 })
  y += 30
  source.notes.forEach((note, i) => {
    const drawn = block(48, y, width - 96, `${i + 1}. ${note}`, { size: 16, leading: 27 })
    svg += drawn.svg
    y += drawn.height
  })
  if (y > height - 150)
    throw new Error(`${source.title}: ${Math.ceil(y - height + 150)} px too long`)
  return { width, height, body: svg + footing(source, width, height) }
}

function footing({ code, signed, stamped }: Slip, width: number, height: number): Svg {
  let svg =
    rule(48, height - 148, width - 48, height - 148, '#c0c6d0') + qr(60, height - 130, 88, code)
  if (signed) {
    svg += line(330, height - 92, '考生签名:', { size: 18 }) + signature(424, height - 126, 100)
    svg += line(330, height - 52, '××××年××月××日', { size: 17 })
  }
  if (stamped) {
    svg +=
      line(width - 60, height - 56, stamped, { size: 17, anchor: 'end' }) +
      seal(width - 130, height - 88, 56)
  }
  return svg
}
