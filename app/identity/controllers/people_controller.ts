import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import identityConfig from '#config/identity'
import { ROLES, type Role } from '#app/core/access'
import { ChangeRoles } from '#app/identity/actions/change_roles'
import { InviteStaff } from '#app/identity/actions/invite_staff'
import { refuseForm } from '#app/identity/form_refusal'
import { handOverLink } from '#app/identity/hand_over_link'
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
import {
  openResets,
  regionPeople,
  resetsElsewhere,
  type OpenReset,
  type RegionPerson,
} from '#app/identity/queries/region_people'
import { shownOnce } from '#app/identity/shown_once'
import { invitationValidator } from '#app/identity/validators/people'

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
      mails: identityConfig.mail,
    })
  }

  @inject()
  async store(ctx: HttpContext, inviteStaff: InviteStaff) {
    const { i18n, request, region, response, session } = ctx
    const manager = await managerOf(ctx)
    const { login, name, email, places: asked } = await request.validateUsing(invitationValidator)
    const places = placesOf(asked, { reach: manager.reach, i18n })
    demandGrantable(manager, places)
    const outcome = await inviteStaff.handle({ by: manager.id, login, name, email, places })
    if (!outcome.ok) refuseForm(i18n, 'login', outcome.code)
    const { link, staff } = outcome
    const said = link
      ? await handOverLink(ctx, staff, { kind: 'invitation', ...link })
      : i18n.t('identity.people.joined', { name })
    session.flash('success', said)
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
  const resets = await openResets()
  const elsewhere = manager.reach.wholeRegion ? await resetsElsewhere() : []
  const rows = []
  for (const person of await regionPeople()) {
    if (!person.places.some((place) => manager.reach.sees(place))) continue
    rows.push({
      ...(await rowOf(manager, person, resets)),
      resetElsewhere: elsewhere.findLast(({ staffId }) => staffId === person.staff.id) ?? null,
    })
  }
  return rows
}

async function rowOf(manager: Manager, person: RegionPerson, resets: readonly OpenReset[]) {
  const { id, reach } = manager
  const { staff, suspended, invited, hasSecondFactor } = person
  const managed = isManaged(manager, person)
  const mayGiveAccess = managed && reach.wholeRegion
  const forAll = mayGiveAccess && (await answersForAll(manager, staff.id))
  const reset = managed ? resets.find(({ staffId }) => staffId === staff.id) : undefined
  const another = reset?.requestedBy !== id && staff.id !== id
  return {
    id: staff.id,
    login: staff.login,
    name: staff.name,
    email: staff.email,
    places: person.places.filter((place) => reach.sees(place)),
    suspended,
    invited,
    hasSecondFactor,
    managed,
    self: staff.id === id,
    mayReset: mayGiveAccess && hasSecondFactor,
    mayLink: forAll,
    reset: reset
      ? {
          id: reset.id,
          ground: reset.ground,
          by: reset.requestedByName,
          at: reset.requestedAt,
          own: reset.requestedBy === id,
          mayConfirm: forAll && another,
          needsPlatform: mayGiveAccess && another && !forAll,
        }
      : null,
  }
}

/** Roles that this manager may give, those of points with the points. */
function grantsOf({ reach }: Manager) {
  return ROLES.flatMap<{ role: Role; pointIds: string[] | null }>((role) => {
    if (!isOfPoint(role)) return reach.wholeRegion ? [{ role, pointIds: null }] : []
    const pointIds = reach.pointsFor(role).map(({ id }) => id)
    return pointIds.length > 0 ? [{ role, pointIds }] : []
  })
}
