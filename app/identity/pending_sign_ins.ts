import type { HttpContext } from '@adonisjs/core/http'
import type { PendingSignIn } from '#app/identity/registration_system'

/** A sign-in that has left for the registration system. */
export interface Departure extends PendingSignIn {
  regionId: string
  /** Where the candidate wanted to go, a path of this portal. */
  to: string
}

const KEY = 'sign_ins'
const LAST_REGION = 'sign_in_region'
/** Several tabs may begin at once; each comes back with its own state. */
const KEPT = 4

type Session = HttpContext['session']

export function rememberDeparture(session: Session, state: string, departure: Departure) {
  const others = Object.entries(session.get(KEY, {}) as Record<string, Departure>).slice(1 - KEPT)
  session.put(KEY, Object.fromEntries([...others, [state, departure]]))
  session.put(LAST_REGION, departure.regionId)
}

export function departureOf(session: Session, state: unknown): Departure | null {
  const all = session.get(KEY, {}) as Record<string, Departure>
  return typeof state === 'string' && Object.hasOwn(all, state) ? all[state] : null
}

/** A state serves once: the same callback finds nothing afterwards. */
export function forgetDeparture(session: Session, state: string) {
  const { [state]: _, ...others } = session.get(KEY, {}) as Record<string, Departure>
  session.put(KEY, others)
}

/** The portal that this browser signed in from last, or the list of regions. */
export function lastPortal(session: Session): string {
  const region = session.get(LAST_REGION)
  return region ? `/${region}` : '/'
}
