import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { IssuePasswordLink } from '#app/identity/actions/issue_password_link'
import { handOverLink } from '#app/identity/hand_over_link'
import { answersForAll, managedPerson, managerOf } from '#app/identity/people_desk'
import PeoplePolicy from '#app/identity/policies/people_policy'
import { refuse } from '#app/shared/exceptions/refused'

/** Only the administrators of a region give out links; those of a point ask them. */
export default class PasswordLinksController {
  @inject()
  async store(ctx: HttpContext, issuePasswordLink: IssuePasswordLink) {
    const { params, region, response, session } = ctx
    const manager = await managerOf(ctx)
    const person = await managedPerson(manager, params.person)
    await ctx.bouncer.with(PeoplePolicy).authorize('giveAccess', ctx.region)
    if (!(await answersForAll(manager, person.staff.id))) refuse('WORKS_ELSEWHERE')
    const link = await issuePasswordLink.handle({ by: manager.id, person })
    session.flash('success', await handOverLink(ctx, person.staff, link))
    return response.redirect().toPath(`/${region.id}/staff/people`)
  }
}
