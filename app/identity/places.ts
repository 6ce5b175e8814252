import type { I18n } from '@adonisjs/i18n'
import type { Role } from '#app/core/access'
import { refuseForm } from '#app/identity/form_refusal'
import { isOfPoint, type PeopleReach, type RolePlace } from '#app/identity/people_reach'

/**
 * Roles as a form gives them → one place for each point, or the whole region. A role of points names
 * at least one, and only points of this region.
 */
export function placesOf(
  asked: readonly { role: Role; pointIds: readonly string[] }[],
  { reach, i18n }: { reach: PeopleReach; i18n: I18n }
): RolePlace[] {
  const known = new Set(reach.points.map(({ id }) => id))
  return asked.flatMap(({ role, pointIds }): RolePlace[] => {
    if (!isOfPoint(role)) return [{ role, examPointId: null }]
    const points = [...new Set(pointIds)]
    const fits = points.length > 0 && points.every((id) => known.has(id))
    if (!fits) refuseForm(i18n, 'places', 'POINT_MISSING')
    return points.map((examPointId) => ({ role, examPointId }))
  })
}
