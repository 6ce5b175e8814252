import { Bits, EOI, frame, segment, SOI } from './jpeg_parts.js'

/** The tables that ISO/IEC 10918-1 annex K gives as examples, and most cameras use. */
const QUANTA =
  '16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56 14 17 22 29 51 87 80 62 ' +
  '18 22 37 56 68 109 103 77 24 35 55 64 81 104 113 92 49 64 78 87 103 121 120 101 72 92 95 98 112 100 103 99'
const DC_COUNTS = '00010501010101010100000000000000'
const DC_SYMBOLS = '000102030405060708090a0b'
const AC_COUNTS = '0002010303020403050504040000017d'
const AC_SYMBOLS =
  '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a34' +
  '35363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a9293949596' +
  '9798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1' +
  'f2f3f4f5f6f7f8f9fa'

const ZIGZAG =
  '0 1 8 16 9 2 3 10 17 24 32 25 18 11 4 5 12 19 26 33 40 48 41 34 27 20 13 6 7 14 21 28 35 42 49 56 57 50 ' +
  '43 36 29 22 15 23 30 37 44 51 58 59 52 45 38 31 39 46 53 60 61 54 47 55 62 63'

const numbers = (text: string) => text.split(' ').map(Number)
const bytes = (hex: string) => [...Buffer.from(hex, 'hex')]
const zigzag = numbers(ZIGZAG)

/** Codes in the order of their lengths (annex C). */
function codesOf(counts: number[], symbols: number[]): Map<number, [code: number, length: number]> {
  const codes = new Map<number, [number, number]>()
  let code = 0
  let at = 0
  counts.forEach((count, i) => {
    for (let n = 0; n < count; n++) codes.set(symbols[at++], [code++, i + 1])
    code <<= 1
  })
  return codes
}

const DC = codesOf(bytes(DC_COUNTS), bytes(DC_SYMBOLS))
const AC = codesOf(bytes(AC_COUNTS), bytes(AC_SYMBOLS))
const COSINES = Array.from({ length: 64 }, (_, i) => {
  const [u, x] = [i >> 3, i & 7]
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16)
})

/**
 * Grey values as a baseline JPEG with restart markers, which scanners and some cameras write and
 * our image library does not.
 *
 * @param every blocks between two restart markers
 */
export function withRestarts(grey: Buffer, width: number, height: number, every: number): Buffer {
  const quanta = numbers(QUANTA)
  const parts: Buffer[] = []
  let bits = new Bits()
  let previous = 0
  let count = 0
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      if (count > 0 && count % every === 0) {
        parts.push(bits.end(), Buffer.from([0xff, 0xd0 + ((count / every - 1) % 8)]))
        bits = new Bits()
        previous = 0
      }
      const block = transformed(grey, width, height, left, top, quanta)
      previous = writeBlock(bits, block, previous)
      count++
    }
  }
  return Buffer.concat([
    SOI,
    segment(0xdb, [0, ...zigzag.map((at) => quanta[at])]),
    frame(0xc0, width, height),
    segment(0xc4, [0x00, ...bytes(DC_COUNTS), ...bytes(DC_SYMBOLS)]),
    segment(0xc4, [0x10, ...bytes(AC_COUNTS), ...bytes(AC_SYMBOLS)]),
    segment(0xdd, [every >> 8, every & 255]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...parts,
    bits.end(),
    EOI,
  ])
}

/** One block's quantised coefficients in zigzag order. */
function transformed(
  grey: Buffer,
  width: number,
  height: number,
  left: number,
  top: number,
  quanta: number[]
): number[] {
  const half = new Array<number>(64).fill(0)
  for (let y = 0; y < 8; y++) {
    for (let u = 0; u < 8; u++) {
      for (let x = 0; x < 8; x++) {
        const at = Math.min(top + y, height - 1) * width + Math.min(left + x, width - 1)
        half[y * 8 + u] += (grey[at] - 128) * COSINES[u * 8 + x]
      }
    }
  }
  const whole = new Array<number>(64).fill(0)
  for (let v = 0; v < 8; v++) {
    for (let u = 0; u < 8; u++) {
      for (let y = 0; y < 8; y++) whole[v * 8 + u] += half[y * 8 + u] * COSINES[v * 8 + y]
    }
  }
  return zigzag.map((at) => Math.round(whole[at] / quanta[at]))
}

/** Gives the block's mean, which the next one is told by its difference from. */
function writeBlock(bits: Bits, block: number[], previous: number): number {
  const put = (codes: typeof DC, run: number, value: number) => {
    const length = value === 0 ? 0 : 32 - Math.clz32(Math.abs(value))
    bits.put(...codes.get((run << 4) | length)!)
    bits.put(value < 0 ? value + 2 ** length - 1 : value, length)
  }
  put(DC, 0, block[0] - previous)
  let zeros = 0
  for (const value of block.slice(1)) {
    if (value === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) bits.put(...AC.get(0xf0)!)
    put(AC, zeros, value)
    zeros = 0
  }
  if (zeros > 0) bits.put(...AC.get(0)!)
  return block[0]
}
