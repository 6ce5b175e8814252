const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY = 12

/**
 * How an EXIF block says that the picture is to be turned (CIPA DC-008, tag Orientation of the
 * first directory).
 *
 * @param tiff the block without its `Exif\0\0`
 * @returns 1..8; 1 where nothing readable is said
 */
export function orientationIn(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1
  const isLittle = order === 'II'
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  const entries = u16(directory)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * ENTRY
    if (at + ENTRY > tiff.length) return 1
    if (u16(at) !== ORIENTATION) continue
    const value = u16(at + 2) === SHORT ? u16(at + 8) : 1
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** From 5 on the picture lies on its side. */
export const isOnItsSide = (orientation: number) => orientation >= 5
