import type { HttpContext } from '@adonisjs/core/http'
import { covers, reviewsAs, type Actor, type Subject } from '#app/core/access'
import type { By } from '#app/core/dossier'
import { staffActor } from '#app/identity/staff_actor'

export type StaffActor = Extract<Actor, { memberships: unknown }>
export type Reviewer = Extract<By, { kind: 'staff' }>

/** The signed-in member of staff; behind the staff middleware. */
export async function staffOf(ctx: HttpContext): Promise<StaffActor> {
  return (await staffActor(ctx)) as StaffActor
}

/** The same person as the gate sees him: with the roles that reach this dossier. */
export function reviewerOf(actor: StaffActor, subject: Subject): Reviewer {
  const roles = actor.memberships
    .filter((membership) => covers(membership, subject))
    .map(({ role }) => reviewsAs(role))
  return { kind: 'staff', id: actor.id, roles: [...new Set(roles)] }
}
