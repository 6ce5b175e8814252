import { EOI, exifOrientation, frame, manyScans, multiPictureIndex } from './jpeg_parts.js'
import { piecesOf, rebuilt, segment, SOI, withSegments } from './jpeg_parts.js'
import type { HostileFile } from './hostile_files.js'
import { picture } from './pictures.js'
import type { Random } from './random.js'

const SCRIPTS = [
  '<?php system($_GET[0]); ?>',
  '<script src=//x>',
  '<SCRIPT>x',
  '<html>',
  'JavaScript:x',
]

/** What people and programs have hung behind pictures. */
export const TAILS: Record<string, Buffer> = {
  zip: Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
  html: Buffer.from('<html><body onload=alert(1)>'),
  php: Buffer.from('<?php phpinfo();'),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj'),
  gif: Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'),
  rar: Buffer.from('526172211a0700', 'hex'),
  exe: Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
  elf: Buffer.from('7f454c4602010100', 'hex'),
  mp4: Buffer.from('0000001c667479706d70343200000000', 'hex'),
  newline: Buffer.from('\n'),
  ff: Buffer.from([0xff]),
}

/** The picture whole, but with its frame's bytes changed. */
function withFrame(jpeg: Buffer, change: (bytes: Buffer) => void): Buffer {
  return rebuilt(jpeg, ({ marker, bytes }) => {
    if (marker !== 0xc0) return bytes
    const copy = Buffer.from(bytes)
    change(copy)
    return copy
  })
}

/** JPEGs that must be refused: each kind of damage, of polyglot, of bomb, of marker abuse. */
export function hostileJpegs(random: Random): HostileFile[] {
  const jpeg = picture('idfront-00')
  const files: HostileFile[] = []
  const add = (name: string, bytes: Buffer, code = 'IMAGE_DAMAGED') =>
    files.push({ name: `jpeg: ${name}`, bytes, code })

  for (const percent of [1, 2, 5, 10, 20, 35, 50, 65, 80, 90, 97]) {
    const cut = jpeg.subarray(0, Math.floor((jpeg.length * percent) / 100))
    add(`cut at ${percent} %`, cut)
    add(`cut at ${percent} % with an end glued on`, Buffer.concat([cut, EOI]))
  }
  for (const bytes of [1, 2, 3, 100])
    add(`without its last ${bytes} bytes`, jpeg.subarray(0, -bytes))
  for (const bytes of [1, 2, 3, 4])
    add(
      `its first ${bytes} bytes only`,
      jpeg.subarray(0, bytes),
      bytes < 3 ? 'IMAGE_FORMAT' : 'IMAGE_DAMAGED'
    )
  for (let n = 0; n < 6; n++) {
    const from = 30_000 + random.below(120_000)
    const noisy = Buffer.concat([
      jpeg.subarray(0, from),
      random.bytes(2_048),
      jpeg.subarray(from + 2_048),
    ])
    add(`2 KB of noise at ${from}`, noisy)
    const gone = Buffer.concat([jpeg.subarray(0, from), jpeg.subarray(from + 20_000)])
    add(`20 KB missing at ${from}`, gone)
  }

  for (const [what, tail] of Object.entries(TAILS)) {
    add(`${what} behind it`, Buffer.concat([jpeg, tail]))
    add(`zeros, then ${what} behind it`, Buffer.concat([jpeg, Buffer.alloc(64), tail]))
  }
  add('another picture behind it', Buffer.concat([small(), jpeg]))
  for (const [what, head] of Object.entries(TAILS)) {
    add(`${what} in front of it`, Buffer.concat([head, jpeg]), 'IMAGE_FORMAT')
  }
  add('a start in front of it', Buffer.concat([SOI, jpeg]))

  for (const script of SCRIPTS) {
    add(`comment ${script}`, withSegments(jpeg, segment(0xfe, script)))
    add(
      `XMP ${script}`,
      withSegments(jpeg, segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${script}`))
    )
    add(`APP13 ${script}`, withSegments(jpeg, segment(0xed, `Photoshop 3.0\0${script}`)))
  }
  add(
    'a script behind the scan',
    rebuilt(jpeg, ({ marker, bytes }) =>
      marker === 0xd9 ? [segment(0xfe, SCRIPTS[0]), bytes] : bytes
    )
  )

  const announced = withSegments(jpeg, multiPictureIndex(2))
  add('an index of pictures, and a zip', Buffer.concat([announced, TAILS.zip]))
  add('an index of pictures, and half a one', Buffer.concat([announced, jpeg.subarray(0, 5_000)]))
  add('an index of one more, and two', Buffer.concat([announced, ...[small(), small()]]))
  add(
    'an index of pictures, and a script in one',
    Buffer.concat([announced, withSegments(small(), segment(0xfe, SCRIPTS[0]))])
  )
  add(
    'an index of four billion',
    Buffer.concat([
      withSegments(jpeg, multiPictureIndex(0xffff_ffff)),
      ...Array.from({ length: 9 }, small),
    ])
  )

  for (const marker of [0xdb, 0xc4, 0xc0, 0xda]) {
    const hex = marker.toString(16)
    add(
      `without ${hex}`,
      rebuilt(jpeg, (one) => (one.marker === marker ? [] : one.bytes))
    )
  }
  add(
    'two frames',
    rebuilt(jpeg, ({ marker, bytes }) => (marker === 0xc0 ? [bytes, bytes] : bytes))
  )
  add(
    'the scan before its frame',
    Buffer.concat([
      SOI,
      ...piecesOf(jpeg)
        .toSorted((a, b) => Number(b.marker === 0xda) - Number(a.marker === 0xda))
        .map(({ bytes }) => bytes),
    ])
  )
  add(
    'no height',
    withFrame(jpeg, (bytes) => bytes.writeUInt16BE(0, 5))
  )
  add(
    'no width',
    withFrame(jpeg, (bytes) => bytes.writeUInt16BE(0, 7))
  )
  add(
    'twice its height',
    withFrame(jpeg, (bytes) => bytes.writeUInt16BE(2 * bytes.readUInt16BE(5), 5))
  )
  add(
    '65,535 × 65,535',
    withFrame(jpeg, (bytes) => bytes.fill(0xff, 5, 9))
  )
  add(
    'twelve bits',
    withFrame(jpeg, (bytes) => (bytes[4] = 12))
  )
  add(
    'two components',
    withFrame(jpeg, (bytes) => (bytes[9] = 2))
  )
  add(
    'four components',
    withFrame(jpeg, (bytes) => (bytes[9] = 4))
  )
  add(
    'no component',
    withFrame(jpeg, (bytes) => (bytes[9] = 0))
  )
  add(
    'sampling 0',
    withFrame(jpeg, (bytes) => (bytes[11] = 0))
  )
  add(
    'sampling 15',
    withFrame(jpeg, (bytes) => (bytes[11] = 0xff))
  )
  add(
    'a missing table',
    withFrame(jpeg, (bytes) => (bytes[12] = 3))
  )
  for (const marker of [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]) {
    add(
      `coding ${marker.toString(16)}`,
      withFrame(jpeg, (bytes) => (bytes[1] = marker))
    )
  }
  for (const marker of [0xcc, 0xdc, 0xde, 0xdf]) {
    add(`marker ${marker.toString(16)}`, withSegments(jpeg, segment(marker, [0, 0, 0, 0])))
  }
  add(
    'YCCK by its Adobe marker',
    withSegments(jpeg, segment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 2]))
  )
  add(
    'a table that is too long',
    withSegments(jpeg, segment(0xc4, [0, ...new Array(16).fill(255)]))
  )
  add('a segment of length 0', withSegments(jpeg, Buffer.from([0xff, 0xe5, 0, 0])))
  add('a segment of length 1', withSegments(jpeg, Buffer.from([0xff, 0xe5, 0, 1])))
  add('a segment beyond the end', withSegments(small(), Buffer.from([0xff, 0xe5, 0xff, 0xff])))
  add('bytes between segments', withSegments(jpeg, segment(0xfe, 'a'), Buffer.from('between')))
  add('markers without an end', Buffer.concat([SOI, Buffer.alloc(5_000, 0xff)]))
  add('frames only', Buffer.concat([SOI, frame(0xc0, 800, 800), EOI]))
  add(
    'turned, but cut',
    Buffer.concat([withSegments(jpeg, exifOrientation(6)).subarray(0, 80_000), EOI])
  )

  for (const scans of [21, 64, 65, 190, 800]) {
    add(`${scans} valid scans of 800 × 800`, manyScans(800, 800, scans))
  }
  for (const scans of [5, 9, 20, 64, 500]) {
    add(`${scans} valid scans of 5,000 × 5,000`, manyScans(5_000, 5_000, scans))
  }
  add('20 valid scans of 3,000 × 3,000', manyScans(3_000, 3_000, 20))
  add(
    'one scan again and again',
    rebuilt(small(), ({ marker, bytes }) =>
      marker === 0xda ? new Array<Buffer>(40).fill(bytes) : bytes
    )
  )
  add('25 million pixels and one more row', manyScans(5_000, 5_001, 2))
  return files
}

/** A whole picture of a few bytes: nothing is on it. */
const small = () => manyScans(64, 64, 2)
