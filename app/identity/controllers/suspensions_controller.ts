import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { SuspendStaff } from '#app/identity/actions/suspend_staff'
import { managedPerson, managerOf } from '#app/identity/people_desk'

@inject()
export default class SuspensionsController {
  constructor(private suspendStaff: SuspendStaff) {}

  store(ctx: HttpContext) {
    return this.#change(ctx, true)
  }

  destroy(ctx: HttpContext) {
    return this.#change(ctx, false)
  }

  async #change(ctx: HttpContext, suspended: boolean) {
    const { i18n, params, region, response, session } = ctx
    const manager = await managerOf(ctx)
    const person = await managedPerson(manager, params.person)
    await this.suspendStaff.handle({ by: manager.id, person, suspended })
    const key = suspended ? 'identity.people.suspended_done' : 'identity.people.unsuspended_done'
    session.flash('success', i18n.t(key, { name: person.staff.name }))
    return response.redirect().toPath(`/${region.id}/staff/people`)
  }
}
