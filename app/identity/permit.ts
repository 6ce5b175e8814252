import type { HttpContext } from '@adonisjs/core/http'
import { may, type Action, type Subject } from '#app/core/access'
import { staffActor } from '#app/identity/staff_actor'
import { notFound, refuse } from '#app/shared/exceptions/refused'

/** Asks the access rules for the signed-in member of staff; gives him as the audit names him. */
export async function permit(ctx: HttpContext, action: Action, subject: Subject = {}) {
  const { kind, id } = await staffActor(ctx)
  const verdict = await mayOf(ctx, action, subject)
  if (verdict === 'hide') notFound()
  if (verdict === 'forbid') refuse('NOT_ALLOWED')
  return { kind, id }
}

/** The verdict alone, for pages that show more to those who may do more. */
export async function mayOf(ctx: HttpContext, action: Action, subject: Subject = {}) {
  return may(await staffActor(ctx), action, subject)
}
