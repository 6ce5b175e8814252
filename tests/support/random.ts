/** Numbers from 0 to below 1 that follow from the seed alone (mulberry32): a failure can be repeated. */
export function seeded(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: <T>(all: readonly T[]): T => all[below(all.length)],
    bytes: (count: number) => Buffer.from(Array.from({ length: count }, () => below(256))),
  }
}

export type Random = ReturnType<typeof seeded>
