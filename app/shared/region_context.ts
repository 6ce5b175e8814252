import { AsyncLocalStorage } from 'node:async_hooks'

export type Context = { regionId: string } | { platform: string }

const storage = new AsyncLocalStorage<Context>()

/**
 * Runs `work` inside a region: models read and write only its rows. `work` is awaited here,
 * because a lazy query builder that is returned would run outside of the context.
 */
export function runInRegion<T>(regionId: string, work: () => Promise<T> | T): Promise<T> {
  return storage.run({ regionId }, async () => await work())
}

/**
 * Runs `work` outside of any region; `reason` says why it must be so, and stands in the log beside
 * each statement that then touches a region's table. Only the files that eslint.config.js lists may.
 */
export function runAsPlatform<T>(reason: string, work: () => Promise<T> | T): Promise<T> {
  return storage.run({ platform: reason }, async () => await work())
}

/**
 * The id of the current region, e.g. `sc`.
 * @throws Error where there is none: a query without a region is a bug, never an empty list.
 */
export function currentRegionId(): string {
  const context = storage.getStore()
  if (context && 'regionId' in context) return context.regionId
  throw new Error('No region context: wrap the work in runInRegion()')
}

/** What the tenancy guard holds statements to; undefined outside of any context. */
export function currentContext(): Context | undefined {
  return storage.getStore()
}
