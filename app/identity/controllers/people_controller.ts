import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ROLES, type Role } from '#app/core/access'
import { ChangeRoles } from '#app/identity/actions/change_roles'
import { InviteStaff } from '#app/identity/actions/invite_staff'
import { refuseForm } from '#app/identity/form_refusal'
import {
  answersForAll,
  demandGrantable,
  isManaged,
  managedPerson,
  managerOf,
  type Manager,
} from '#app/identity/people_desk'
import { isOfPoint } from '#app/identity/people_reach'
import { placesOf } from '#app/identity/places'
import { openResets, regionPeople } from '#app/identity/queries/region_people'
import { showOnce, shownOnce } from '#app/identity/shown_once'
import { invitationValidator } from '#app/identity/validators/people'
import env from '#start/env'

/** The staff of a region, as far as the signed-in person manages it. */
export default class PeopleController {
  async index(ctx: HttpContext) {
    const manager = await managerOf(ctx)
    ctx.response.header('Cache-Control', 'no-store')
    return ctx.inertia.render('identity/people', {
      people: await peopleFor(manager),
      points: manager.reach.points.map(({ id, code, zh, en, parentId }) => ({
        ...{ id, code, zh, en },
        isBelow: parentId !== null,
      })),
      grants: grantsOf(manager),
      link: shownOnce(ctx.session, 'staffLink'),
    })
  }

  @inject()
  async store(ctx: HttpContext, inviteStaff: InviteStaff) {
    const { i18n, request, region, response, session } = ctx
    const manager = await managerOf(ctx)
    const { login, name, places: asked } = await request.validateUsing(invitationValidator)
    const places = placesOf(asked, { reach: manager.reach, i18n })
    demandGrantable(manager, places)
    const outcome = await inviteStaff.handle({ by: manager.id, login, name, places })
    if (!outcome.ok) refuseForm(i18n, 'login', outcome.code)
    if (outcome.link) {
      const { path, expiresAt } = outcome.link
      const url = new URL(path, env.get('APP_URL')).href
      showOnce(session, 'staffLink', { login, name, url, expiresAt })
    }
    session.flash(
      'success',
      i18n.t(outcome.link ? 'identity.people.invited' : 'identity.people.joined', { name })
    )
    return response.redirect().toPath(`/${region.id}/staff/people`)
  }

  /** Leaves the region; the account stays, and what he did with it. */
  @inject()
  async destroy(ctx: HttpContext, changeRoles: ChangeRoles) {
    const { i18n, params, region, response, session } = ctx
    const manager = await managerOf(ctx)
    const person = await managedPerson(manager, params.person)
    await changeRoles.handle({ by: manager.id, person, places: [] })
    session.flash('success', i18n.t('identity.people.removed', { name: person.staff.name }))
    return response.redirect().toPath(`/${region.id}/staff/people`)
  }
}

async function peopleFor(manager: Manager) {
  const { id, reach } = manager
  const [people, resets] = [await regionPeople(), await openResets()]
  const rows = []
  for (const person of people) {
    const places = person.places.filter((place) => reach.sees(place))
    if (places.length === 0) continue
    const { staff, suspended, invited, hasSecondFactor } = person
    const managed = isManaged(manager, person)
    const reset = managed && resets.find(({ staffId }) => staffId === staff.id)
    rows.push({
      id: staff.id,
      login: staff.login,
      name: staff.name,
      places,
      suspended,
      invited,
      hasSecondFactor,
      managed,
      self: staff.id === id,
      mayReset: managed && reach.wholeRegion && hasSecondFactor,
      mayLink: managed && reach.wholeRegion && (await answersForAll(manager, staff.id)),
      reset: reset
        ? {
            id: reset.id,
            ground: reset.ground,
            by: reset.requestedByName,
            at: reset.requestedAt,
            mayConfirm: reach.wholeRegion && reset.requestedBy !== id && staff.id !== id,
          }
        : null,
    })
  }
  return rows
}

/** Roles that this manager may give, those of points with the points. */
function grantsOf({ reach }: Manager) {
  return ROLES.flatMap<{ role: Role; pointIds: string[] | null }>((role) => {
    if (!isOfPoint(role)) return reach.wholeRegion ? [{ role, pointIds: null }] : []
    const pointIds = reach.pointsFor(role).map(({ id }) => id)
    return pointIds.length > 0 ? [{ role, pointIds }] : []
  })
}
