import type { Role } from '#app/core/access'
import ExamPoint from '#app/regions/models/exam_point'
import type { StaffActor } from '#app/review/reviewer'
import { runInRegion } from '#app/shared/region_context'

/** A member of staff as the session gives him; nobody asks for his row but to see that it is not his own file. */
export function person(regionId: string, role: Role, pointIds: string[] = [], n = 0): StaffActor {
  const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
  return { kind: 'staff', id, memberships: [{ regionId, role, pointIds }] }
}

export async function reviewerOfFirstPoint(regionId: string): Promise<StaffActor> {
  const point = await runInRegion(regionId, () => ExamPoint.query().orderBy('code').firstOrFail())
  return person(regionId, 'point_reviewer', [point.id])
}
