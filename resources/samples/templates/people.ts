import { portrait } from '../parts.js'
import { group, place, rect } from '../svg.js'
import { ICE, personSide } from './card.js'
import type { Sheet } from '../desk.js'

/** The portrait alone, on white, filling the frame in the 35 × 45 proportion. */
export function idPhoto(): Sheet {
  return {
    width: 336,
    height: 449,
    bare: true,
    body: portrait(0, 0, 336, 449, { backdrop: '#ffffff' }),
  }
}

/** A person who holds the information side of the card before the chest. */
export function handheld(): Sheet {
  const width = 720
  const height = 960
  const card = personSide(ICE)
  const cardWidth = 336
  const cardHeight = (cardWidth * card.height) / card.width
  const x = (width - cardWidth) / 2
  const y = 668
  const thumb = (cx: number, cy: number, tilt: number) =>
    `<g transform="rotate(${tilt} ${cx} ${cy})"><rect x="${cx - 19}" y="${cy - 46}" width="38" height="92" rx="19" fill="#f1c6a5" stroke="#d39b78" stroke-width="2"/><rect x="${cx - 11}" y="${cy - 40}" width="22" height="26" rx="11" fill="#f8dccb"/></g>`
  const sleeve = (side: 1 | -1) => {
    const at = (dx: number) => width / 2 + side * dx
    return (
      `<path d="M${at(236)} 960L${at(262)} 700Q${at(246)} 640 ${at(206)} 690L${at(170)} 800L${at(166)} 900L${at(176)} 960Z" fill="#223150"/>` +
      `<ellipse cx="${at(182)}" cy="${y + 112}" rx="38" ry="50" fill="#eab894"/>`
    )
  }
  return {
    width,
    height,
    bare: true,
    body:
      '<defs><linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#dfe6ec"/><stop offset="1" stop-color="#c4ced8"/></linearGradient><clipPath id="held"><rect width="856" height="540" rx="30"/></clipPath></defs>' +
      rect(0, 0, width, height, 'fill="url(#wall)"') +
      rect(116, 690, 488, 270, 'fill="#2a3a5c"') +
      portrait(114, 60, 492, 656, { backdrop: 'none' }) +
      sleeve(-1) +
      sleeve(1) +
      group(
        'clip-path="none"',
        rect(x - 3, y + 4, cardWidth + 6, cardHeight + 4, 'rx="15" fill="#0f172a" opacity=".35"'),
        place(x, y, cardWidth, {
          width: card.width,
          height: card.height,
          body: group(
            'clip-path="url(#held)"',
            rect(0, 0, card.width, card.height, `fill="${ICE.paper}"`),
            card.body
          ),
        })
      ) +
      thumb(x - 14, y + 104, 62) +
      thumb(x + cardWidth + 14, y + 104, -62),
  }
}
