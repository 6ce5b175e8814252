import { v7 as uuid } from 'uuid'
import type { Role } from '#app/core/access'
import Membership from '#app/identity/models/membership'
import Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'

export interface NewStaff {
  login: string
  name: string
  password: string
  isPlatformAdmin: boolean
  /** His role in one region; null as point means the whole region. */
  membership: { regionId: string; role: Role; examPointId: string | null } | null
}

/** Makes an account outside of any invitation: the first people of a platform or a region. */
export async function createStaff({ membership, ...person }: NewStaff): Promise<Staff> {
  const now = clock.now()
  const staff = await Staff.create({
    id: uuid(),
    ...person,
    suspendedAt: null,
    createdAt: now,
    updatedAt: now,
  })
  if (membership) {
    const { regionId, role, examPointId } = membership
    await runInRegion(regionId, () =>
      Membership.create({ id: uuid(), staffId: staff.id, role, examPointId, createdAt: now })
    )
  }
  return staff
}
