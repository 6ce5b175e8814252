import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ResetSecondFactor } from '#app/identity/actions/reset_second_factor'
import { answersForAll, managedPerson, managerOf } from '#app/identity/people_desk'
import PeoplePolicy from '#app/identity/policies/people_policy'
import { groundValidator } from '#app/identity/validators/people'
import { refuse } from '#app/shared/exceptions/refused'

/**
 * Asked for by one administrator of the region, confirmed by another (or by the platform). A second
 * factor opens all regions that a person works in: who confirms must answer for all of them.
 */
@inject()
export default class SecondFactorResetsController {
  constructor(private resetSecondFactor: ResetSecondFactor) {}

  async store(ctx: HttpContext) {
    const { by, staffId, name } = await this.#parties(ctx)
    const { ground } = await ctx.request.validateUsing(groundValidator)
    await this.resetSecondFactor.request({ by, staffId, ground })
    return this.#back(ctx, 'identity.people.reset_asked', name)
  }

  async update(ctx: HttpContext) {
    const { by, manager, staffId, name } = await this.#parties(ctx)
    const { reset } = ctx.params
    if (!(await answersForAll(manager, staffId))) refuse('RESET_NEEDS_ALL_REGIONS')
    await this.resetSecondFactor.decide({ by, staffId, reset, confirmed: true })
    return this.#back(ctx, 'identity.people.reset_confirmed', name)
  }

  async destroy(ctx: HttpContext) {
    const { by, staffId, name } = await this.#parties(ctx)
    const { reset } = ctx.params
    await this.resetSecondFactor.decide({ by, staffId, reset, confirmed: false })
    return this.#back(ctx, 'identity.people.reset_refused', name)
  }

  async #parties(ctx: HttpContext) {
    const manager = await managerOf(ctx)
    const { staff } = await managedPerson(manager, ctx.params.person)
    await ctx.bouncer.with(PeoplePolicy).authorize('giveAccess', ctx.region)
    return { by: manager.id, manager, staffId: staff.id, name: staff.name }
  }

  #back({ i18n, region, response, session }: HttpContext, key: string, name: string) {
    session.flash('success', i18n.t(key, { name }))
    return response.redirect().toPath(`/${region.id}/staff/people`)
  }
}
