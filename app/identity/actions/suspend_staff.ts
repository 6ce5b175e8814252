import Membership from '#app/identity/models/membership'
import { demandAdmin, holdsAdmin } from '#app/identity/last_admin'
import type { RegionPerson } from '#app/identity/queries/region_people'
import { changeStaff } from '#app/identity/staff_audit'
import { clock } from '#app/shared/clock'
import { revokeSessionsOf } from '#app/shared/session_store_rows'

/**
 * Takes a person's rights in the current region away until they are given back, and ends his
 * sessions; what he does in other regions is theirs to decide.
 *
 * @throws Refused LAST_ADMIN
 */
export class SuspendStaff {
  async handle(input: { by: string; person: RegionPerson; suspended: boolean }) {
    const { by, person, suspended } = input
    const staffId = person.staff.id
    await changeStaff(by, async (trx) => {
      const rows = await Membership.query({ client: trx }).where('staff_id', staffId)
      const suspendedAt = suspended ? clock.now() : null
      for (const row of rows) await row.merge({ suspendedAt }).save()
      if (suspended && holdsAdmin(rows)) await demandAdmin(trx)
      if (suspended) await revokeSessionsOf(staffId, { client: trx })
      const action = suspended ? 'staff.suspended' : 'staff.unsuspended'
      return { action, payload: { staffId }, result: undefined }
    })
  }
}
