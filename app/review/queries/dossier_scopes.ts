import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { HOUR } from '#app/core/time'
import type { Cursor } from '#app/review/queue_filters'
import { currentRegionId } from '#app/shared/region_context'
import type { Duty, Reach } from './reach.js'

type Query = DatabaseQueryBuilderContract<any>

/** Dossiers of the current season that the viewer sees, as `d`; drafts are the candidate's own. */
export function seenBy({ seasonId, pointIds }: Reach): Query {
  const query = db
    .from('dossiers as d')
    .where('d.region_id', currentRegionId())
    .where('d.season_id', seasonId)
    .whereNot('d.state', 'draft')
  if (pointIds) query.whereIn('d.exam_point_id', [...pointIds])
  return query
}

/** Only those that the viewer could claim now: at a stage and point of his, and not agreed to by him. */
export function waitingFor(query: Query, { duties, staffId }: Reach): Query {
  query.where('d.state', 'submitted').whereNotExists(openProposal())
  whereAny(query, duties)
  if (duties.some(({ approvals }) => approvals > 1)) {
    query.whereNot('d.agreed', 'like', `%${staffId}%`)
  }
  return query.whereNotExists(declaredConflict(staffId))
}

/** What waits for a second person's word (DOMAIN.md §3 row 17). */
export function openProposal(): Query {
  return db
    .from('proposals as o')
    .where('o.region_id', currentRegionId())
    .whereColumn('o.dossier_id', 'd.id')
    .where('o.open', 1)
}

/** Somebody said that he must not review it. */
export function declaredConflict(staffId: string): Query {
  return db
    .from('review_conflicts as x')
    .where('x.region_id', currentRegionId())
    .whereColumn('x.dossier_id', 'd.id')
    .where('x.staff_id', staffId)
}

/** Only those that have waited longer at their stage than its release allows. */
export function overdueFor(query: Query, { duties }: Reach, now: number): Query {
  const timed = duties.filter(({ slaHours }) => slaHours !== null)
  return whereAny(query, timed, (one, { slaHours }) => {
    one.where('d.stage_entered_at', '<=', now - slaHours! * HOUR)
  })
}

function whereAny(query: Query, duties: Duty[], more?: (query: Query, duty: Duty) => void): Query {
  if (duties.length === 0) return query.whereIn('d.id', [])
  return query.where((any) => {
    for (const duty of duties) {
      any.orWhere((one) => {
        one.where('d.stage', duty.stage).whereIn('d.release_id', duty.releases)
        if (duty.points) one.whereIn('d.exam_point_id', [...duty.points])
        more?.(one as Query, duty)
      })
    }
  })
}

/** Only what stands beyond the cursor, in the order of (waiting since, id). */
export function startAfter(query: Query, { since, id }: Cursor, sign: '>' | '<') {
  query.where((beyond) =>
    beyond
      .where('d.stage_entered_at', sign, since)
      .orWhere((tie) => tie.where('d.stage_entered_at', since).where('d.id', sign, id))
  )
}
