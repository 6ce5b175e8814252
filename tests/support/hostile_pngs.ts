import { deflateSync, inflateSync } from 'node:zlib'
import sharp, { type PngOptions } from 'sharp'
import type { HostileFile } from './hostile_files.js'
import { TAILS } from './hostile_jpegs.js'
import { picture } from './pictures.js'
import {
  chunk,
  chunksOf,
  END,
  flat,
  header,
  png,
  SIGNATURE,
  withChunks,
  withData,
} from './png_parts.js'
import type { Random } from './random.js'

const SCRIPT = '<?php system($_GET[0]); ?>'

/** A document in a PNG that is within the limit. */
function documentPng(options: PngOptions = { palette: true, colours: 16 }) {
  return sharp(picture('form-03')).resize(600).greyscale().median(5).png(options).toBuffer()
}

/** Changes the data of the first chunk of a type and gives it its right checksum again. */
function changed(file: Buffer, type: string, change: (data: Buffer) => Buffer): Buffer {
  return png(
    ...chunksOf(file).map((one) =>
      one.type === type ? chunk(type, change(Buffer.from(one.data))) : one.bytes
    )
  )
}

/** PNGs that must be refused: each kind of damage, of polyglot, of bomb, of chunk abuse. */
export async function hostilePngs(random: Random): Promise<HostileFile[]> {
  const file = await documentPng()
  const grey = flat(700, 700, { colour: 0 })
  const all = chunksOf(file)
  const rows = inflateSync(Buffer.concat(all.filter((c) => c.type === 'IDAT').map((c) => c.data)))
  const files: HostileFile[] = []
  const add = (name: string, bytes: Buffer, code = 'IMAGE_DAMAGED') =>
    files.push({ name: `png: ${name}`, bytes, code })

  for (const percent of [1, 5, 10, 25, 40, 55, 70, 85, 95, 99]) {
    const cut = file.subarray(0, Math.floor((file.length * percent) / 100))
    add(`cut at ${percent} %`, cut)
    add(`cut at ${percent} % with an end glued on`, Buffer.concat([cut, END]))
  }
  for (const bytes of [1, 4, 12]) add(`without its last ${bytes} bytes`, file.subarray(0, -bytes))
  add('its signature only', SIGNATURE)
  for (let n = 0; n < 6; n++) {
    const at = 60 + random.below(file.length - 120)
    const bytes = Buffer.from(file)
    bytes[at] ^= 1 << random.below(8)
    add(`one bit turned at ${at}`, bytes)
  }
  for (const type of ['IHDR', 'PLTE', 'IDAT', 'IEND']) {
    const at = file.indexOf(type, 8, 'latin1')
    const bytes = Buffer.from(file)
    bytes[at + 4 + bytes.readUInt32BE(at - 4)] ^= 1
    add(`a wrong checksum of ${type}`, bytes)
    add(`without ${type}`, png(...all.filter((c) => c.type !== type).map((c) => c.bytes)))
    if (type !== 'IDAT')
      add(
        `two ${type}`,
        png(...all.flatMap((c) => (c.type === type ? [c.bytes, c.bytes] : c.bytes)))
      )
  }
  add(
    'line ends changed on the way',
    Buffer.concat([Buffer.from('89504e470a1a0a', 'hex'), file.subarray(8)]),
    'IMAGE_FORMAT'
  )

  for (const [what, tail] of Object.entries(TAILS)) {
    add(`${what} behind it`, Buffer.concat([file, tail]))
  }
  add('a chunk behind its end', Buffer.concat([file, chunk('tEXt', 'a\0b')]))
  add('another picture behind it', Buffer.concat([file, file]))
  for (const what of ['zip', 'html', 'pdf', 'gif']) {
    add(`${what} in front of it`, Buffer.concat([TAILS[what], file]), 'IMAGE_FORMAT')
  }
  for (const type of ['tEXt', 'iTXt', 'prVt']) {
    add(`a script in ${type}`, withChunks(file, chunk(type, `Comment\0${SCRIPT}`)))
  }
  add(
    'a script in plain international text',
    withChunks(file, chunk('iTXt', `Title\0\0\0zh\0\0<script>`))
  )

  add('an animation', withChunks(file, chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0])))
  add('a frame of an animation', withChunks(file, chunk('fcTL', Buffer.alloc(26))))
  add('data of an animation', withChunks(file, chunk('fdAT', Buffer.alloc(26))))
  for (const type of ['ABCD', 'CgBI', 'abcd', 'IDAt', '    ', 'JHDR']) {
    add(`a chunk ${type}`, withChunks(file, chunk(type, 'x')))
  }
  add(
    'data in two places',
    png(
      ...all.flatMap((c) =>
        c.type === 'IEND' ? [chunk('tIME', Buffer.alloc(7)), chunk('IDAT', 'x'), c.bytes] : c.bytes
      )
    )
  )
  add(
    'its palette behind its data',
    png(
      ...all.filter((c) => !['PLTE', 'IEND'].includes(c.type)).map((c) => c.bytes),
      ...all.filter((c) => ['PLTE', 'IEND'].includes(c.type)).map((c) => c.bytes)
    )
  )
  add(
    'an end with something in it',
    png(...all.slice(0, -1).map((c) => c.bytes), chunk('IEND', 'x'))
  )
  add(
    'a chunk of two gigabytes',
    Buffer.concat([file.subarray(0, 33), Buffer.from('7fffffff', 'hex'), file.subarray(37)])
  )

  const [{ data: head }] = all
  const wrong = (what: string, at: number, value: number) =>
    add(
      what,
      changed(file, 'IHDR', (data) => {
        data[at] = value
        return data
      })
    )
  wrong('three bits', 8, 3)
  wrong('sixteen bits', 8, 16)
  wrong('colour 1', 9, 1)
  wrong('colour 5', 9, 5)
  wrong('another compression', 10, 1)
  wrong('another filter', 11, 1)
  wrong('interlace 2', 12, 2)
  wrong('interlaced, but is not', 12, 1)
  for (const [what, width, height] of [
    ['no width', 0, 800],
    ['no height', 600, 0],
    ['twice its height', head.readUInt32BE(0), 2 * head.readUInt32BE(4)],
    ['another width', head.readUInt32BE(0) + 40, head.readUInt32BE(4)],
    ['2^31 pixels wide', 0x8000_0000, 1],
    ['30,000 × 30,000', 30_000, 30_000],
  ] as const) {
    const { bits, colour } = { bits: head[8], colour: head[9] }
    add(
      what,
      changed(file, 'IHDR', () => header(width, height, { bits, colour }))
    )
  }
  add(
    'a header too long',
    changed(file, 'IHDR', (data) => Buffer.concat([data, Buffer.alloc(1)]))
  )
  add(
    'a palette of no colour',
    changed(file, 'PLTE', () => Buffer.alloc(0))
  )
  add(
    'a palette of half a colour',
    changed(file, 'PLTE', (data) => data.subarray(0, -1))
  )
  add(
    'a palette of 257',
    changed(file, 'PLTE', () => Buffer.alloc(771))
  )
  add('a palette for greys', withChunks(grey, chunk('PLTE', Buffer.alloc(6))))

  const data = deflateSync(rows)
  const spoilt = (at: number) => {
    const copy = Buffer.from(data)
    copy[at] ^= 0x55
    return copy
  }
  add('data that is no zlib', withData(file, random.bytes(5_000)))
  add('data with a wrong zlib header', withData(file, spoilt(0)))
  add('data spoilt in the middle', withData(file, spoilt(data.length >> 1)))
  add('data with half its rows', withData(file, deflateSync(rows.subarray(0, rows.length >> 1))))
  add('data without its last row', withData(file, deflateSync(rows.subarray(0, -700))))
  add('data cut', withData(file, data.subarray(0, data.length >> 1)))
  add('no data', withData(file, Buffer.alloc(0)))
  const filtered = Buffer.from(rows)
  filtered[0] = 9
  add('a filter that is none', withData(file, deflateSync(filtered)))

  add('160 megapixels of one colour', flat(16_000, 10_000, { colour: 0, bits: 1 }))
  add('25 megapixels of one colour', flat(5_000, 5_000))
  add('25 megapixels and one more row', flat(5_000, 5_001, { colour: 0 }))
  add('24 megapixels of grey', flat(6_000, 4_000, { colour: 0 }))
  add('an interlaced bomb', flat(2_500, 2_500, { interlace: 1 }))
  add(
    'more pixels than data can hold',
    png(chunk('IHDR', header(4_000, 4_000)), chunk('IDAT', data), END)
  )
  return files
}
