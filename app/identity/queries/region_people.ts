import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { openSince } from '#app/identity/actions/reset_second_factor'
import AuditEntry from '#app/audit/models/audit_entry'
import { DAY } from '#app/core/time'
import Membership from '#app/identity/models/membership'
import Staff from '#app/identity/models/staff'
import type { RolePlace } from '#app/identity/people_reach'
import { RESET_ELSEWHERE } from '#app/identity/tell_of_reset'
import Region from '#app/regions/models/region'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'

export interface RegionPerson {
  staff: Staff
  places: RolePlace[]
  suspended: boolean
  /** Has not followed the invitation yet. */
  invited: boolean
  hasSecondFactor: boolean
}

/** Everybody with a role in the current region, by login; or the one with `staffId`. */
export async function regionPeople(
  staffId?: string,
  client?: TransactionClientContract
): Promise<RegionPerson[]> {
  const query = Membership.query({ client }).orderBy('id')
  if (staffId !== undefined) query.where('staff_id', staffId)
  const rows = await query
  const ids = [...new Set(rows.map((row) => row.staffId))]
  const people = await Staff.query({ client }).whereIn('id', ids).orderBy('login')
  const source = client ?? db
  const factors = await source.from('second_factors').whereIn('staff_id', ids).select('staff_id')
  const invitations = await source
    .from('staff_links')
    .whereIn('staff_id', ids)
    .where('kind', 'invitation')
    .whereNull('used_at')
    .select('staff_id')
  const has = (list: { staff_id: string }[], id: string) => list.some((row) => row.staff_id === id)

  return people.map((staff) => {
    const own = rows.filter((row) => row.staffId === staff.id)
    return {
      staff,
      places: own.map(({ role, examPointId }) => ({ role, examPointId })),
      suspended: staff.suspendedAt !== null || own.every((row) => row.suspendedAt !== null),
      invited: has(invitations, staff.id),
      hasSecondFactor: has(factors, staff.id),
    }
  })
}

export interface OpenReset {
  id: string
  staffId: string
  ground: string
  requestedBy: string
  requestedByName: string
  requestedAt: number
}

/** Second factors whose reset waits for the second person. */
export async function openResets(): Promise<OpenReset[]> {
  const rows = await db
    .from('second_factor_resets')
    .join('staff', 'staff.id', 'second_factor_resets.requested_by')
    .where('second_factor_resets.region_id', currentRegionId())
    .where('second_factor_resets.open', 1)
    .where('second_factor_resets.requested_at', '>', openSince(clock.now()))
    .orderBy('second_factor_resets.id')
    .select('second_factor_resets.*', 'staff.name as requested_by_name')
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    ground: row.ground,
    requestedBy: row.requested_by,
    requestedByName: row.requested_by_name,
    requestedAt: Number(row.requested_at),
  }))
}

export interface ResetElsewhere {
  staffId: string
  at: number
  region: { zh: string; en: string }
}

const TOLD_FOR = 14 * DAY

/** Staff of this region whose second factor another of their regions has reset lately. */
export async function resetsElsewhere(): Promise<ResetElsewhere[]> {
  const entries = await AuditEntry.query()
    .where('chain', `region:${currentRegionId()}`)
    .where('action', RESET_ELSEWHERE)
    .where('at', '>', clock.now() - TOLD_FOR)
    .orderBy('seq')
  const ids = entries.map(({ payload }) => payload.regionId as string)
  const regions = await Region.query().whereIn('id', ids)
  return entries.map(({ at, payload }) => {
    const { zh, en } = regions.find(({ id }) => id === payload.regionId)!
    return { staffId: payload.staffId as string, at: Number(at), region: { zh, en } }
  })
}
