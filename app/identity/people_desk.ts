import type { HttpContext } from '@adonisjs/core/http'
import { may, type Actor } from '#app/core/access'
import { PeopleReach, type RolePlace } from '#app/identity/people_reach'
import PeoplePolicy from '#app/identity/policies/people_policy'
import { regionPeople, type RegionPerson } from '#app/identity/queries/region_people'
import { staffActor } from '#app/identity/staff_actor'
import { regionsOf } from '#app/identity/staff_audit'
import { notFound, Refused, refuse } from '#app/shared/exceptions/refused'

/** Who manages the staff of the current region in this request. */
export interface Manager {
  id: string
  actor: Actor
  reach: PeopleReach
}

/** @throws E_AUTHORIZATION_FAILURE for who may not manage staff at all */
export async function managerOf(ctx: HttpContext): Promise<Manager> {
  await ctx.bouncer.with(PeoplePolicy).authorize('manage', ctx.region)
  const actor = await staffActor(ctx)
  return { id: actor.id, actor, reach: await PeopleReach.of(actor) }
}

/**
 * Somebody with a role in this region whom the manager sees; the rest is missing.
 * @throws Refused NOT_FOUND
 */
async function visiblePerson({ reach }: Manager, staffId: string): Promise<RegionPerson> {
  const [person] = await regionPeople(staffId)
  if (!person?.places.some((place) => reach.sees(place))) notFound()
  return person
}

/** Whether he may be suspended, reset and moved: only who holds no role beyond the manager's reach. */
export function isManaged({ actor, reach }: Manager, { staff, places }: RegionPerson): boolean {
  if (staff.isPlatformAdmin && actor.kind !== 'platform') return false
  return places.every((place) => reach.manages(place))
}

/** @throws Refused NOT_FOUND, NOT_ALLOWED */
export async function managedPerson(manager: Manager, staffId: string): Promise<RegionPerson> {
  const person = await visiblePerson(manager, staffId)
  if (!isManaged(manager, person)) refuse('NOT_ALLOWED')
  return person
}

/** @throws Refused NOT_ALLOWED for a role that this manager may not give, or not there */
export function demandGrantable({ reach }: Manager, places: readonly RolePlace[]) {
  if (!places.every((place) => reach.manages(place))) throw new Refused({ code: 'NOT_ALLOWED' })
}

/**
 * Whether a manager answers for all regions that a person works in: a password opens all of them, so
 * one region alone may not give out a new one.
 */
export async function answersForAll({ actor }: Manager, staffId: string): Promise<boolean> {
  const regions = await regionsOf(staffId)
  return regions.every((regionId) => may(actor, 'region.staff', { regionId }) === 'allow')
}
