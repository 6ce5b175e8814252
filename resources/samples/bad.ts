import { photograph, type Picture } from './desk.js'
import { drawings } from './materials/index.js'
import { line, rect, typeset, widthOf, type Svg } from './svg.js'

/** The badge that says what is wrong. */
function cross(label: string): Svg {
  return (
    rect(18, 18, 64 + widthOf(typeset(label), 23), 48, 'rx="24" fill="#cf2318"') +
    '<path d="M36 34L52 50M52 34L36 50" stroke="#fff" stroke-width="5" stroke-linecap="round"/>' +
    line(64, 50, label, { size: 23, weight: 700, fill: '#fff' })
  )
}

const GLARE =
  '<defs><radialGradient id="lamp"><stop offset="0" stop-color="#fff"/><stop offset=".45" stop-color="#fff" stop-opacity=".97"/><stop offset=".75" stop-color="#fffdf2" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>' +
  '<g transform="translate(540 540) rotate(-14)"><ellipse rx="400" ry="122" fill="url(#lamp)"/></g>' +
  '<g transform="translate(300 210) rotate(-30)"><ellipse rx="170" ry="46" fill="url(#lamp)" opacity=".85"/></g>'

/** One picture of each fault that is returned most: light, cut edges, wrong way up. */
export function badPictures(): Record<'glare' | 'crop' | 'turned', Picture> {
  const card = drawings.ID_RESIDENT.portrait('居民身份证', '')
  const diploma = drawings.EDU_DIPLOMA['']('毕业证书', '')
  const turned = photograph(diploma, { caption: '', seed: 'turned', turn: 0.6, sideways: true })
  return {
    glare: photograph(card, {
      caption: '',
      seed: 'glare',
      turn: -1.2,
      overlay: () => GLARE + cross('反光:号码无法辨认'),
    }),
    crop: photograph(diploma, {
      caption: '',
      seed: 'crop',
      turn: 3.5,
      zoom: 1.22,
      shift: [150, 96],
      overlay: () => cross('缺角:右边与公章在画面之外'),
    }),
    turned: { ...turned, svg: turned.svg + cross('侧翻:整张转了 90 度') },
  }
}
