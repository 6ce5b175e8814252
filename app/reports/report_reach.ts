import { may } from '#app/core/access'
import { pathOf, readReach, type Reach } from '#app/review/queries/reach'
import type { StaffActor } from '#app/review/reviewer'
import { currentRegionId } from '#app/shared/region_context'

/** What a viewer's reports may count: the points at which he may ask for them, not all he sees. */
export async function reportReach(
  actor: StaffActor,
  action: 'report.view' | 'export.make'
): Promise<Reach> {
  const reach = await readReach(actor)
  const regionId = currentRegionId()
  const points = reach.points.filter(
    (point) => may(actor, action, { regionId, pointPath: pathOf(point) }) === 'allow'
  )
  const all = reach.pointIds === null && points.length === reach.points.length
  return { ...reach, points, pointIds: all ? null : points.map(({ id }) => id) }
}
