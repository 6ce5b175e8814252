import { photo, qr, seal, type Sitter } from '../parts.js'
import { MONO, block, frame, line, rect, rule, type Svg } from '../svg.js'
import type { Sheet } from '../desk.js'

export interface Report {
  title: string
  english: string
  tone: string
  fields: [label: string, value: string][]
  code: string
  notes: string[]
  stamped?: string
  sitter?: Sitter
}

/** A page printed from a verification site: fields, photo, code to scan, code to type. */
export function report(source: Report): Sheet {
  const width = 700
  const height = 990
  const { tone } = source
  let svg = rect(0, 0, width, 12, `fill="${tone}"`)
  svg += line(width / 2, 88, source.title, {
    size: 33,
    weight: 700,
    anchor: 'middle',
    fill: tone,
    fit: 620,
  })
  svg += line(width / 2, 118, source.english, {
    size: 15,
    anchor: 'middle',
    fill: '#6b7280',
    fit: 620,
  })
  svg += rule(48, 140, width - 48, 140, tone, 2)
  svg += line(48, 168, '更新日期:××××年××月××日', { size: 15, fill: '#4b5563' })
  svg += photo(width - 48 - 128, 192, 128, 170, source.sitter)

  const row = 42
  source.fields.forEach(([label, value], i) => {
    const y = 190 + i * row
    const right = y + row <= 370 ? width - 48 - 144 : width - 48
    svg +=
      rect(48, y, 140, row, `fill="#f2f6fc" stroke="#c6cfdd"`) +
      frame(188, y, right - 188, row, '#c6cfdd')
    svg += line(62, y + 27, label, { size: 17, fill: '#374151', fit: 114 })
    svg += line(202, y + 27, value, { size: 17, weight: 500, fit: right - 216 })
  })
  const after = 190 + source.fields.length * row
  const box = Math.max(after + 22, 640)
  svg += verification(box, width, source)
  let y = box + 198
  svg += line(48, y, '注意事项', { size: 16, weight: 700 })
  y += 26
  source.notes.forEach((note, i) => {
    const drawn = block(48, y, width - 96, `${i + 1}. ${note}`, {
      size: 14.5,
      leading: 23,
      fill: '#4b5563',
    })
    svg += drawn.svg
    y += drawn.height
  })
  if (y > height - 10) throw new Error(`${source.title}: ${Math.ceil(y - height + 10)} px too long`)
  return { width, height, body: svg }
}

function verification(y: number, width: number, { tone, code, stamped }: Report): Svg {
  return (
    rect(48, y, width - 96, 160, `rx="8" fill="#f7f9fc" stroke="${tone}" stroke-width="1.2"`) +
    qr(70, y + 22, 116, code) +
    line(218, y + 46, '在线验证码', { size: 17, fill: '#4b5563' }) +
    line(218, y + 84, 'A×××  ××××  ××××  ××××', {
      size: 21,
      family: MONO,
      weight: 700,
      fit: stamped ? 270 : 400,
    }) +
    line(218, y + 114, '验证有效期至:××××年××月××日', { size: 16, fill: '#4b5563' }) +
    line(218, y + 140, '扫描二维码或输入验证码查验', { size: 14.5, fill: '#6b7280' }) +
    (stamped
      ? line(width - 126, y + 148, stamped, { size: 13, anchor: 'middle', fit: 140 }) +
        seal(width - 126, y + 74, 58)
      : '')
  )
}
