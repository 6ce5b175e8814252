import type { Change } from '#app/core/dossier'
import { trayOf } from '#app/core/trays'
import type Registration from '#app/registrations/models/registration'
import type { CountedDossier } from './queue_counts.js'
import type { ReadDossier } from './read_dossier.js'

export interface Standings {
  before: CountedDossier
  after: CountedDossier
  /** Of the dossier's row. */
  columns: Record<string, unknown>
}

/**
 * Where the staff's queue has a dossier before and after a change.
 *
 * @param registration where the change tells of it: the dossier then follows it to another point and
 *   category
 */
export function standingsOf(
  { row, core }: ReadDossier,
  change: Change,
  registration: Pick<Registration, 'examPointId' | 'category'> | null
): Standings {
  const { stage = row.stage, round = row.round, releaseId = row.releaseId } = change.dossier
  const { examPointId, category } = registration ?? row
  const before = { ...row, proposed: core.proposal !== null }
  const proposed = asksSecondPerson(before.proposed, change)
  const after = { ...row, state: change.to, stage, round, releaseId, examPointId, proposed }
  return {
    before,
    after,
    columns: { tray: trayOf(after), exam_point_id: examPointId, category },
  }
}

function asksSecondPerson(before: boolean, { effects }: Change): boolean {
  if (effects.some(({ kind }) => kind === 'open_proposal')) return true
  return before && !effects.some(({ kind }) => kind === 'close_proposal')
}
