import type { Subject } from '#app/core/access'
import type { Cursor } from '#app/review/queue_filters'
import { currentRegionId } from '#app/shared/region_context'
import { seenBy, startAfter, waitingFor } from './dossier_scopes.js'
import { pathOf, type Reach } from './reach.js'

/** Enough to get past colleagues who claim at the same moment. */
const BATCH = 10

export interface Waiting extends Cursor {
  subject: Subject
}

/** The dossiers that have waited longest for this reviewer, beyond `after`; one statement. */
export async function nextWaiting(reach: Reach, after: Cursor | null): Promise<Waiting[]> {
  const query = waitingFor(seenBy(reach), reach)
  if (after) startAfter(query, after, '>')
  const rows: any[] = await query
    .select('d.id', 'd.stage_entered_at', 'd.candidate_id', 'd.exam_point_id')
    .orderBy(['d.stage_entered_at', 'd.id'])
    .limit(BATCH)
  const points = new Map(reach.points.map((point) => [point.id, point]))
  return rows.map((row) => ({
    id: row.id,
    since: row.stage_entered_at,
    subject: {
      regionId: currentRegionId(),
      candidateId: row.candidate_id,
      pointPath: pathOf(points.get(row.exam_point_id)!),
    },
  }))
}
