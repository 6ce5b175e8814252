import { appendAuditEntry } from '#app/audit/append_entry'
import { dossiersByRelease, elsewhere } from '#app/administration/queries/release_impact'
import type { MOVABLE } from '#app/administration/validators/release_move'
import type Release from '#app/catalog/models/release'
import MoveDossiers from '#app/dossiers/jobs/move_dossiers'
import Region from '#app/regions/models/region'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

export interface MoveOrder {
  release: Release
  states: readonly (typeof MOVABLE)[number][]
  reason: string
  by: { kind: string; id: string }
}

/**
 * Has a job move the season's dossiers in these states to a release. The reason stands in the
 * region's chain, each dossier's own chain says what became of it.
 *
 * @returns how many there are to move
 * @throws NOTHING_TO_MOVE
 */
export class OrderMove {
  async handle({ release, states, reason, by }: MoveOrder): Promise<number> {
    const { id: releaseId, seasonId, number } = release
    const counts = elsewhere(await dossiersByRelease(seasonId), releaseId)
    const n = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
    if (n === 0) refuse('NOTHING_TO_MOVE')
    const regionId = currentRegionId()
    await transaction(async (trx) => {
      await Region.query({ client: trx }).where('id', regionId).forUpdate().firstOrFail()
      await appendAuditEntry(trx, {
        chain: `region:${regionId}`,
        at: clock.now(),
        actor: by,
        action: 'dossiers_moved',
        payload: { seasonId, releaseId, number, states, reason, n },
      })
    })
    await MoveDossiers.dispatch({
      regionId,
      seasonId,
      releaseId,
      states: [...states],
      staffId: by.id,
    })
    return n
  }
}
