/** JPEG's markers that the walk knows by name (ISO/IEC 10918-1, table B.1). */
export const SOI = 0xd8
export const EOI = 0xd9
export const SOS = 0xda
export const COM = 0xfe
export const APP0 = 0xe0
export const APP1 = 0xe1
export const APP2 = 0xe2
export const APP14 = 0xee
export const APP15 = 0xef
export const TEM = 0x01

export const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/** The next marker behind entropy-coded data: stuffed zeros and restart markers belong to it. */
export function endOfScan(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at === -1) return bytes.length
    const next = bytes[at + 1]
    if (next === undefined) return bytes.length
    if (next !== 0 && !isRestart(next)) return at
    at += 2
  }
}
