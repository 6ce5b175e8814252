import db from '@adonisjs/lucid/services/db'
import type { MembershipValue } from '#app/identity/viewer'

/**
 * How many dossiers wait in a region for this person: those of his points, or of the whole region.
 * Counted by table name, because dossiers are an area below this one.
 */
export async function waitingCount(
  regionId: string,
  memberships: readonly MembershipValue[]
): Promise<number> {
  const here = memberships.filter((one) => one.regionId === regionId)
  const points = here.map(({ examPointId }) => examPointId)
  const query = db.from('dossiers').where('region_id', regionId).where('state', 'submitted')
  if (!points.includes('')) query.whereIn('exam_point_id', points)
  const [row] = await query.count('* as waiting')
  return Number(row.waiting)
}
