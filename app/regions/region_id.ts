/** Region ids may not take these words: they are paths of their own. */
const RESERVED_IDS = [
  ...['staff', 'platform', 'health', 'auth', 'preferences', 'samples', 'assets'],
] as const

const FORM = /^[a-z][a-z0-9-]{1,15}$/

/** What the first part of an address under a region looks like. */
export const REGION_ID = new RegExp(`^(?!(?:${RESERVED_IDS.join('|')})$)${FORM.source.slice(1)}`)

export type RegionIdProblem = 'form' | 'reserved'

/** Why `id` (lower case) cannot name a region; null when it can. */
export function regionIdProblem(id: string): RegionIdProblem | null {
  if (!FORM.test(id)) return 'form'
  return REGION_ID.test(id) ? null : 'reserved'
}
