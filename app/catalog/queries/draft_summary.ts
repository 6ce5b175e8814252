import { releaseDiff, type ReleaseChange } from '#app/core/release_diff'
import { draftOf, fileOf } from '#app/catalog/queries/draft'
import { differingPieces, inOwnMaterials, type Piece } from '#app/catalog/draft_document'
import { lossProblems, lostMaterials } from '#app/catalog/queries/lost_materials'
import { releaseDocument } from '#app/catalog/releases'
import Release from '#app/catalog/models/release'
import Staff from '#app/identity/models/staff'
import type Season from '#app/regions/models/season'

/** What a season's draft would change, what stands in its way, and who touched it last. */
export async function draftSummary(season: Season) {
  const { draft, release, problems, catalog } = await draftOf(season.id)
  const current = await releaseDocument(season.currentReleaseId!)
  const based = await Release.findOrFail(draft.basedOn)
  const by = draft.updatedBy && (await Staff.find(draft.updatedBy))
  const pieces = differingPieces(await fileOf(season.currentReleaseId!, catalog), draft.document)
  const changes = release && releaseDiff(current, release)
  const lost = release ? await lostMaterials(season.id, release) : []
  return {
    version: draft.version,
    updatedAt: draft.updatedAt,
    updatedBy: by ? by.name : null,
    /** Another release was published beside a draft that had changes of its own. */
    behind: draft.basedOn === season.currentReleaseId ? null : based.number,
    changes: changes as ReleaseChange[] | null,
    pieces: pieces as Piece[],
    problems: [...problems, ...inOwnMaterials(lossProblems(lost))],
  }
}
