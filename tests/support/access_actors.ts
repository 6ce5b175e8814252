import type { ApiRequest } from '@japa/api-client'
import type Candidate from '#app/identity/models/candidate'
import type Staff from '#app/identity/models/staff'

/** Everybody who may ask, in the order of the table (docs/security/permissions.md). */
export const ACTORS = {
  guest: 'guest',
  owner: 'the candidate himself',
  neighbour: 'another candidate of the region, with a draft of his own',
  stranger: 'a candidate of another region',
  clerk: 'clerk of the registration point',
  pointReviewer: 'reviewer of the exam point',
  pointAdmin: 'administrator of the exam point',
  otherPoint: 'reviewer of another exam point of the region',
  regionReviewer: 'reviewer of the region',
  lead: 'lead of the region',
  admin: 'administrator of the region',
  otherAdmin: 'administrator of another region',
  auditor: 'auditor of the region',
  platform: 'administrator of the platform, without a role in a region',
  suspendedHere: 'reviewer whom the region suspended: staff of elsewhere from then on',
  suspended: 'suspended account whose session still runs: a guest from then on',
} as const
export type Actor = keyof typeof ACTORS

const CANDIDATES: readonly Actor[] = ['owner', 'neighbour', 'stranger']
/** Whoever signed in as staff; a suspended one counts as a guest. */
const STAFF: readonly Actor[] = (Object.keys(ACTORS) as Actor[]).filter(
  (actor) => !CANDIDATES.includes(actor) && actor !== 'guest' && actor !== 'suspended'
)

/** A status, or `sign-in`: 401 for programs, the way to the sign-in page for page visits. */
export type Expected = number | 'sign-in'

/** What each actor gets; his own entry goes before his group's, that before everyone's. */
export type Cells = Partial<Record<Actor | 'everyone' | 'candidates' | 'staff', Expected>>

/** What a row says of an actor, undefined where it says nothing. */
export function expectedOf(cells: Cells, actor: Actor): Expected | undefined {
  if (actor === 'suspendedHere' && cells.suspendedHere === undefined) {
    return expectedOf(cells, 'otherAdmin')
  }
  const group = CANDIDATES.includes(actor)
    ? cells.candidates
    : STAFF.includes(actor)
      ? cells.staff
      : undefined
  return cells[actor] ?? group ?? cells.everyone
}

export type Person =
  { guard: 'candidate'; model: Candidate } | { guard: 'staff'; model: Staff } | null

/** The request with the actor's session, as a browser of his would send it. */
export function by(request: ApiRequest, person: Person): ApiRequest {
  if (!person) return request
  return person.guard === 'candidate'
    ? request.withGuard('candidate').loginAs(person.model)
    : request.withGuard('staff').loginAs(person.model)
}
