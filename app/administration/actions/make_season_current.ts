import { appendAuditEntry } from '#app/audit/append_entry'
import Dossier from '#app/dossiers/models/dossier'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import { seasonChanges } from '#app/regions/season_changes'
import { clock } from '#app/shared/clock'
import { notFound, refuse } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

const UNFINISHED = ['draft', 'submitted', 'in_review', 'returned', 'held']

/**
 * Candidates work in this season from now on. The one before is archived: it can be read and no
 * longer changed, and its uploads are off. One that was archived by mistake comes back in this way.
 *
 * @throws Refused SEASON_UNFINISHED while the one before has dossiers without an outcome,
 *   SEASON_WITHOUT_RELEASE, NOT_FOUND
 */
export class MakeSeasonCurrent {
  async handle({ seasonId, by }: { seasonId: string; by: { kind: string; id: string } }) {
    const regionId = currentRegionId()
    await transaction(async (trx) => {
      await Region.query({ client: trx }).where('id', regionId).forUpdate().firstOrFail()
      const seasons = await Season.query({ client: trx }).forUpdate()
      const season = seasons.find(({ id }) => id === seasonId) ?? notFound()
      if (season.isCurrent) return
      if (season.currentReleaseId === null) refuse('SEASON_WITHOUT_RELEASE')
      const before = seasons.find(({ isCurrent }) => isCurrent)
      if (before) {
        const [{ $extras }] = await Dossier.query({ client: trx })
          .where('season_id', before.id)
          .whereIn('state', UNFINISHED)
          .count('* as n')
        const n = Number($extras.n)
        if (n > 0) refuse('SEASON_UNFINISHED', { n, year: before.year })
        await archive(before)
      }
      const version = season.version + 1
      await season
        .merge({ isCurrent: true, archivedAt: null, version, updatedAt: clock.now() })
        .save()
      await appendAuditEntry(trx, {
        chain: `region:${regionId}`,
        at: clock.now(),
        actor: by,
        action: 'season_current',
        payload: { season: season.year, before: before?.year ?? null },
      })
    })
    await seasonChanges.announce(regionId)
  }
}

function archive(season: Season) {
  const now = clock.now()
  return season
    .merge({
      isCurrent: false,
      uploadsOn: false,
      archivedAt: now,
      version: season.version + 1,
      updatedAt: now,
    })
    .save()
}
