import Membership from '#app/identity/models/membership'
import { addPlaces } from '#app/identity/actions/invite_staff'
import { demandAdmin, holdsAdmin } from '#app/identity/last_admin'
import type { RolePlace } from '#app/identity/people_reach'
import type { RegionPerson } from '#app/identity/queries/region_people'
import { changeStaff } from '#app/identity/staff_audit'
import { revokeSessionsOf } from '#app/shared/session_store_rows'

/**
 * Gives a person other roles in the current region (none: he leaves it) and ends his sessions, all but
 * the one with the id `except`.
 *
 * @throws Refused LAST_ADMIN
 */
export class ChangeRoles {
  async handle(input: {
    by: string
    person: RegionPerson
    places: readonly RolePlace[]
    except?: string
  }) {
    const { by, person, places, except } = input
    const staffId = person.staff.id
    await changeStaff(by, async (trx) => {
      const before = await Membership.query({ client: trx }).where('staff_id', staffId)
      for (const row of before) await row.delete()
      await addPlaces(trx, staffId, places, before[0]?.suspendedAt ?? null)
      if (holdsAdmin(before)) await demandAdmin(trx)
      await revokeSessionsOf(staffId, { except, client: trx })
      const from = before.map(({ role, examPointId }) => ({ role, examPointId }))
      const action = places.length > 0 ? 'staff.roles_changed' : 'staff.removed'
      return { action, payload: { staffId, from, to: places }, result: undefined }
    })
  }
}
