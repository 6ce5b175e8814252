import { runAsPlatform } from '#app/shared/region_context'

/** A test looks at, or clears, tables of all regions: the guard lets nobody do it otherwise. */
export function inAllRegions<T>(work: () => Promise<T> | T): Promise<T> {
  return runAsPlatform('a test looks at the database itself', work)
}
