import StaffMail, { type StaffMailKind } from '#app/identity/mails/staff_mail'
import Membership from '#app/identity/models/membership'
import Staff from '#app/identity/models/staff'
import { sendMail } from '#app/identity/send_mail'
import { changeStaff, regionsOf } from '#app/identity/staff_audit'
import Region from '#app/regions/models/region'
import { clock } from '#app/shared/clock'
import { currentRegionId, runInRegion } from '#app/shared/region_context'

/** Stands in a region's chain when another region reset the second factor of its staff. */
export const RESET_ELSEWHERE = 'staff.second_factor_reset_elsewhere'

/**
 * A second factor was reset in the current region: the person is told by mail, and so are the other
 * regions that he works in, in their chains, on their page of people, and by mail.
 */
export async function tellOfReset({ by, staffId }: { by: string; staffId: string }) {
  const here = await Region.findOrFail(currentRegionId())
  const staff = await Staff.findOrFail(staffId)
  const write = (to: Staff[], kind: StaffMailKind) => sendAll(to, kind, staff, here)
  await write([staff], 'second_factor_reset')
  const payload = { staffId, regionId: here.id }
  for (const regionId of await regionsOf(staffId)) {
    if (regionId === here.id) continue
    await runInRegion(regionId, async () => {
      await changeStaff(by, async () => ({ action: RESET_ELSEWHERE, payload, result: undefined }))
      await write(await administrators(), 'second_factor_reset_elsewhere')
    })
  }
}

async function sendAll(to: Staff[], kind: StaffMailKind, about: Staff, { zh, en }: Region) {
  const facts = { name: about.name, login: about.login, region: { zh, en } }
  for (const { email } of to) {
    if (email) await sendMail(new StaffMail(email, kind, facts, clock.now()))
  }
}

async function administrators(): Promise<Staff[]> {
  const rows = await Membership.query().where('role', 'region_admin').whereNull('suspended_at')
  return Staff.query().whereIn(
    'id',
    rows.map(({ staffId }) => staffId)
  )
}
