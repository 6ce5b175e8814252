import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'

export interface Counter {
  key: string
  tries: number
  /** Of one account from one place: a right answer clears it. Shared ones only get their own try back. */
  own?: true
}

export interface Throttled {
  ok: false
  code: 'SIGN_IN_THROTTLED'
  minutes: number
}

const WINDOW = '15 mins'

/**
 * Counts a try before it is made, so that a hundred at once are a hundred; a right one is given back.
 * Over the limit of any counter nothing is tried for a quarter of an hour.
 */
export async function throttled<T extends { ok: boolean }>(
  counters: readonly Counter[],
  attempt: () => Promise<T>
): Promise<T | Throttled> {
  const limits = counters.map(({ key, tries, own }) => ({
    key,
    own,
    limit: limiter.use({ requests: tries, duration: WINDOW, blockDuration: WINDOW }),
  }))
  try {
    for (const { key, limit } of limits) await limit.consume(key)
  } catch (error) {
    if (!(error instanceof errors.E_TOO_MANY_REQUESTS)) throw error
    const minutes = Math.ceil(error.response.availableIn / 60)
    return { ok: false, code: 'SIGN_IN_THROTTLED', minutes }
  }
  const outcome = await attempt()
  if (outcome.ok) {
    for (const { key, own, limit } of limits) await (own ? limit.delete(key) : limit.decrement(key))
  }
  return outcome
}

/**
 * Where tries are counted: for the platform as a whole, as an account is one in all of its regions, and
 * a guesser would get as many tries as there are portals. A browser that this account has signed in with counts by itself: whoever
 * guesses from elsewhere uses up the account's and the address's counters and locks out nobody who
 * has been here before.
 */
export function countersOf(
  what: string,
  { account, address, device }: { account: string; address: string; device: string | null }
): Counter[] {
  const of = `platform: ${what}`
  if (device) return [{ key: `${of} of ${account} on ${device}`, tries: 5, own: true }]
  return [
    { key: `${of} of ${account} from ${address}`, tries: 5, own: true },
    { key: `${of} of ${account}`, tries: 30 },
    { key: `${of} from ${address}`, tries: 100 },
  ]
}
