import { AsyncLocalStorage } from 'node:async_hooks'
import { clock } from '#app/shared/clock'

const skew = new AsyncLocalStorage<number>()

/** Two servers whose clocks differ: what runs inside `at` sees a time moved by `ms`. */
export async function onSkewedClocks<T>(
  work: (at: <R>(ms: number, run: () => R) => R) => Promise<T>
): Promise<T> {
  const now = clock.now
  clock.now = function (this: typeof clock) {
    return now.call(this) + (skew.getStore() ?? 0)
  }
  try {
    return await work((ms, run) => skew.run(ms, run))
  } finally {
    clock.now = now
  }
}
