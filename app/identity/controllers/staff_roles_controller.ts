import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChangeRoles } from '#app/identity/actions/change_roles'
import { demandGrantable, managedPerson, managerOf } from '#app/identity/people_desk'
import { placesOf } from '#app/identity/places'
import { placesValidator } from '#app/identity/validators/people'

export default class StaffRolesController {
  @inject()
  async update(ctx: HttpContext, changeRoles: ChangeRoles) {
    const { i18n, params, region, request, response, session } = ctx
    const manager = await managerOf(ctx)
    const person = await managedPerson(manager, params.person)
    const { places: asked } = await request.validateUsing(placesValidator)
    const places = placesOf(asked, { reach: manager.reach, i18n })
    demandGrantable(manager, places)
    const self = person.staff.id === manager.id
    const except = self ? session.sessionId : undefined
    await changeRoles.handle({ by: manager.id, person, places, except })
    if (self) session.regenerate()
    session.flash('success', i18n.t('identity.people.roles_changed', { name: person.staff.name }))
    return response.redirect().toPath(`/${region.id}/staff/people`)
  }
}
