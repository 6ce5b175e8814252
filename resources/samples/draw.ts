import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { badPictures } from './bad.js'
import { asFile, photograph, type Picture } from './desk.js'
import { drawings } from './materials/index.js'

interface Material {
  code: string
  zh: string
  slots: string[]
}

interface Entry {
  code: string
  /** File name for each place; '' where the material has no places. */
  places: Record<string, string>
  width: number
  height: number
}

const OUT = new URL('../../public/samples/', import.meta.url)
const CATALOG = new URL('../../database/seeders/data/catalog.json', import.meta.url)
const LIMIT = 4 * 1024 * 1024
const PLACE_NAMES: Record<string, string> = {
  portrait: '人像面',
  emblem: '国徽面',
  front: '正面',
  back: '背面',
}

async function write(file: string, picture: Picture): Promise<number> {
  const jpeg = await sharp(Buffer.from(asFile(picture)))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 66, mozjpeg: true })
    .toBuffer()
  await writeFile(new URL(file, OUT), jpeg)
  return jpeg.length
}

/** '名称(说明)' → the name, and the bracket at its end with what it holds. */
function parts(zh: string): [title: string, aside: string] {
  const found = /^(.+?)([(\uff08][^)\uff09]*[)\uff09])$/u.exec(zh)
  return found ? [found[1], found[2]] : [zh, '']
}

function checkCodes(materials: Material[]) {
  const known = new Set(materials.map(({ code }) => code))
  const missing = materials.filter(({ code }) => !drawings[code]).map(({ code }) => code)
  const stray = Object.keys(drawings).filter((code) => !known.has(code))
  if (missing.length || stray.length) {
    throw new Error(
      `No drawing for: ${missing.join(', ') || '-'}; not in the catalog: ${stray.join(', ') || '-'}`
    )
  }
}

async function drawMaterial({ code, zh, slots }: Material): Promise<[Entry, number]> {
  const entry: Entry = { code, places: {}, width: 0, height: 0 }
  let bytes = 0
  for (const place of slots.length ? slots : ['']) {
    const draw = drawings[code][place]
    if (!draw) throw new Error(`${code}: no drawing for the place "${place}"`)
    const file = place ? `${code}.${place}.jpg` : `${code}.jpg`
    const caption = [zh, PLACE_NAMES[place], '示例,内容虚构'].filter(Boolean).join(' · ')
    const picture = photograph(draw(...parts(zh)), { caption, seed: code })
    bytes += await write(file, picture)
    entry.places[place] = file
    entry.width = picture.width
    entry.height = picture.height
  }
  return [entry, bytes]
}

async function clear() {
  await mkdir(new URL('bad/', OUT), { recursive: true })
  for (const file of await readdir(OUT)) {
    if (file.endsWith('.jpg')) await rm(new URL(file, OUT))
  }
}

const { materials } = JSON.parse(await readFile(CATALOG, 'utf8')) as { materials: Material[] }
checkCodes(materials)
await clear()

const entries: Entry[] = []
let total = 0
for (const material of materials) {
  const [entry, bytes] = await drawMaterial(material)
  entries.push(entry)
  total += bytes
}
for (const [name, picture] of Object.entries(badPictures())) {
  total += await write(`bad/${name}.jpg`, picture)
}
await writeFile(new URL('index.json', OUT), `${JSON.stringify(entries, null, 2)}\n`)

if (total > LIMIT) throw new Error(`The pictures take ${total} bytes, more than ${LIMIT}`)
process.stdout.write(`${entries.length} materials, ${(total / 1024).toFixed(0)} KB\n`)
