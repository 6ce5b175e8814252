import { badge, portrait, signature, waves } from '../parts.js'
import { MONO, SERIF, block, line, rect, rule, type Svg } from '../svg.js'
import type { Sheet } from '../desk.js'

const WIDTH = 856
const HEIGHT = 540

export interface Palette {
  paper: string
  wave: string
  label: string
}

export const ICE: Palette = { paper: '#eaf3f6', wave: '#c3dbe4', label: '#2f7ba0' }
export const PEACH: Palette = { paper: '#f7efe6', wave: '#e6d3bd', label: '#99602b' }
export const SKY: Palette = { paper: '#e6eefb', wave: '#bfd0ee', label: '#2c55a0' }
export const MINT: Palette = { paper: '#e8f4ec', wave: '#bfdfca', label: '#2c7a4d' }

function card(palette: Palette, ...body: Svg[]): Sheet {
  return {
    width: WIDTH,
    height: HEIGHT,
    radius: 30,
    paper: palette.paper,
    body: waves(WIDTH, HEIGHT, palette.wave) + body.join(''),
  }
}

const NUMBER = '×'.repeat(18)

/** The side with the photo of a resident card or residence permit. */
export function personSide(palette: Palette, numberLabel = '公民身份号码', note?: string): Sheet {
  const label = (x: number, y: number, text: string) =>
    line(x, y, text, { size: 27, fill: palette.label })
  const value = (x: number, y: number, text: string) => line(x, y, text, { size: 30 })
  return card(
    palette,
    label(56, 92, '姓 名') + value(150, 92, '示 例'),
    label(56, 160, '性 别') +
      value(150, 160, '女') +
      label(250, 160, '民 族') +
      value(344, 160, '汉'),
    label(56, 228, '出 生') + value(150, 228, '××××'),
    label(286, 228, '年') +
      value(328, 228, '×') +
      label(370, 228, '月') +
      value(412, 228, '×') +
      label(454, 228, '日'),
    label(56, 296, '住 址') +
      block(150, 296, 380, '示例省示例市示例区\n示例路××号×栋××室', { size: 28, leading: 42 }).svg,
    portrait(580, 56, 222, 296, { backdrop: '#ffffff' }),
    note ? line(150, 410, note, { size: 22, fill: '#5a6472', fit: 620 }) : '',
    label(56, 474, numberLabel) +
      line(60 + numberLabel.length * 27 + 16, 474, NUMBER, { size: 29, weight: 500, fit: 540 })
  )
}

/** The side with the (neutral) emblem, the issuer and the term. */
export function issuerSide(
  palette: Palette,
  title: string,
  above: string,
  issuer: string,
  extra: Svg = ''
): Sheet {
  return card(
    palette,
    badge(146, 146, 84, '#b5382b', '#f6dfb0'),
    line(534, 120, above, { size: 34, family: SERIF, anchor: 'middle', spacing: 8, fit: 560 }),
    line(534, 200, title, {
      size: 62,
      family: SERIF,
      weight: 700,
      anchor: 'middle',
      spacing: 12,
      fit: 530,
    }),
    line(214, 400, '签发机关', { size: 27, fill: palette.label }) +
      line(350, 400, issuer, { size: 29 }),
    line(214, 462, '有效期限', { size: 27, fill: palette.label }) +
      line(350, 462, '××××.××.××-××××.××.××', { size: 29, fit: 460 }),
    extra
  )
}

/** The data side of a travel permit, in two languages. */
export function permitFront(palette: Palette, title: string, subtitle: string): Sheet {
  const pair = (x: number, y: number, zh: string, en: string, text: string) =>
    line(x, y, `${zh} ${en}`, { size: 18, fill: palette.label }) +
    line(x, y + 36, text, { size: 28, weight: 500, fit: 300 })
  return card(
    palette,
    rect(0, 0, WIDTH, 92, `fill="${palette.label}" opacity=".92"`),
    badge(58, 46, 34, '#fff', palette.label),
    line(108, 46, title, { size: 32, family: SERIF, weight: 700, fill: '#fff', fit: 700 }),
    line(108, 76, subtitle, { size: 18, fill: '#fff', fit: 700 }),
    portrait(44, 122, 228, 304, { sitter: 'man', backdrop: '#ffffff' }),
    pair(306, 146, '姓名', 'Name', '示例 SHILI'),
    pair(306, 232, '出生日期', 'Date of birth', '××××.××.××') +
      pair(640, 232, '性别', 'Sex', '男 M'),
    pair(306, 318, '有效期限', 'Validity', '××××.××.××-××××.××.××'),
    pair(306, 404, '签发机关', 'Issued by', '示例出入境管理局'),
    pair(44, 464, '证件号码', 'No.', 'A××××××××')
  )
}

/** The back of a permit or temporary card: conditions and machine-readable lines. */
export function ruledBack(
  palette: Palette,
  title: string,
  notes: string[],
  machine: string[] = []
): Sheet {
  let y = 148
  let body = rect(0, 40, WIDTH, 50, 'fill="#3a3f49" opacity=".8"')
  body += line(WIDTH / 2, 138, title, {
    size: 29,
    family: SERIF,
    weight: 700,
    anchor: 'middle',
    fit: 760,
  })
  y = 196
  notes.forEach((note, i) => {
    const drawn = block(64, y, 728, `${i + 1}. ${note}`, { size: 24, leading: 38 })
    body += drawn.svg
    y += drawn.height + 6
  })
  if (machine.length) body += rect(0, HEIGHT - 128, WIDTH, 128, 'fill="#fff" opacity=".75"')
  machine.forEach((text, i) => {
    body += line(WIDTH / 2, HEIGHT - 80 + i * 42, text, {
      size: 27,
      family: MONO,
      anchor: 'middle',
      fit: 800,
    })
  })
  return card(palette, body)
}

/** The data page of a passport, with both machine-readable lines. */
export function passport(title: string): Sheet {
  const width = 900
  const height = 640
  const pair = (x: number, y: number, label: string, text: string) =>
    line(x, y, label, { size: 16, fill: '#6a5a8c' }) +
    line(x, y + 32, text, { size: 25, weight: 500, fit: 300 })
  const mrz = (text: string) => text.padEnd(44, '<')
  return {
    width,
    height,
    radius: 18,
    paper: '#f1eef6',
    body:
      waves(width, height, '#d6cfe6') +
      badge(76, 66, 42, '#6a5a8c', '#f1eef6') +
      line(140, 80, title, { size: 42, family: SERIF, weight: 700 }) +
      line(250, 80, 'PASSPORT', { size: 30, fill: '#6a5a8c', spacing: 4 }) +
      line(width - 44, 60, '资料页 · 示例', { size: 18, anchor: 'end', fill: '#6a5a8c' }) +
      portrait(48, 132, 246, 328, { sitter: 'man', backdrop: '#ffffff' }) +
      pair(330, 150, '类型 / Type', 'P') +
      pair(480, 150, '签发国 / Country', 'XXX') +
      pair(660, 150, '护照号 / No.', 'E××××××') +
      pair(330, 226, '姓名 / Name', 'SHILI, YANGLI') +
      pair(660, 226, '性别 / Sex', 'M') +
      pair(330, 302, '国籍 / Nationality', 'UTOPIA') +
      pair(660, 302, '出生日期 / Birth', '××××.××.××') +
      pair(330, 378, '签发日期 / Issue', '××××.××.××') +
      pair(660, 378, '有效期至 / Expiry', '××××.××.××') +
      signature(340, 424, 90) +
      line(460, 456, '持证人签名 / Signature', { size: 16, fill: '#6a5a8c' }) +
      rect(0, height - 140, width, 140, 'fill="#fff" opacity=".8"') +
      rule(0, height - 140, width, height - 140, '#c9c0dd') +
      line(width / 2, height - 84, mrz('P<XXXSHILI<<YANGLI'), {
        size: 31,
        family: MONO,
        anchor: 'middle',
        fit: 830,
      }) +
      line(width / 2, height - 38, mrz('E000000000XXX0000000M0000000'), {
        size: 31,
        family: MONO,
        anchor: 'middle',
        fit: 830,
      }),
  }
}

/** The closed cover of a document whose inside must not be shown. */
export function cover(title: string, subtitle: string, notes: string[]): Sheet {
  const width = 640
  const height = 900
  const gold = '#e2c27a'
  let body =
    rect(0, 0, width, height, 'fill="#1f3b36"') +
    rect(26, 26, width - 52, height - 52, `fill="none" stroke="${gold}" stroke-width="2" rx="10"`) +
    badge(width / 2, 250, 92, gold, '#1f3b36') +
    line(width / 2, 446, title, {
      size: 58,
      family: SERIF,
      weight: 700,
      fill: gold,
      anchor: 'middle',
      spacing: 6,
      fit: 540,
    }) +
    line(width / 2, 496, subtitle, { size: 22, fill: gold, anchor: 'middle', fit: 540 })
  notes.forEach((note, i) => {
    body += line(width / 2, 660 + i * 44, note, {
      size: 24,
      fill: '#f4ead0',
      anchor: 'middle',
      fit: 540,
    })
  })
  return { width, height, radius: 16, paper: '#1f3b36', body }
}
