import type { HttpContext } from '@adonisjs/core/http'
import type { Actor, Role } from '#app/core/access'
import { loadStaffViewer, type MembershipValue } from './viewer.js'

/** The signed-in staff member as the core's access rules see him. */
export async function staffActor(ctx: HttpContext): Promise<Actor> {
  const staff = ctx.auth.use('staff').getUserOrFail()
  if (!ctx.memberships) await loadStaffViewer(ctx, staff)
  if (staff.suspendedAt !== null) return { kind: 'staff', id: staff.id, memberships: [] }
  return {
    kind: staff.isPlatformAdmin ? 'platform' : 'staff',
    id: staff.id,
    memberships: byRole(ctx.memberships),
  }
}

/** The signed-in member of staff as the audit names him. */
export function auditName({ auth }: HttpContext) {
  const { id, isPlatformAdmin } = auth.use('staff').getUserOrFail()
  return { kind: isPlatformAdmin ? ('platform' as const) : ('staff' as const), id }
}

/** One membership row per point becomes one membership with its points. */
function byRole(rows: readonly MembershipValue[]) {
  const grouped = new Map<string, { regionId: string; role: Role; pointIds: string[] }>()
  for (const { regionId, role, examPointId } of rows) {
    const key = `${regionId} ${role}`
    const membership = grouped.get(key) ?? { regionId, role, pointIds: [] }
    if (examPointId) membership.pointIds.push(examPointId)
    grouped.set(key, membership)
  }
  return [...grouped.values()]
}
