import { lockDraft, saveDraft } from '#app/catalog/actions/edit_draft'
import { announce, auditRelease } from '#app/catalog/actions/publish_draft'
import { checkRelease, differingPieces, type DraftProblem } from '#app/catalog/draft_document'
import Release from '#app/catalog/models/release'
import { lostMaterials, type LostMaterial } from '#app/catalog/queries/lost_materials'
import { draftOf, fileOf } from '#app/catalog/queries/draft'
import { publishRelease, releaseDocument } from '#app/catalog/releases'
import Season from '#app/regions/models/season'
import { transaction } from '#app/shared/transaction'

export interface Restoration {
  seasonId: string
  /** Of the season's releases. */
  releaseId: string
  by: { kind: string; id: string }
}

export type RestoredRelease =
  | { ok: true; releaseId: string; number: number }
  | { ok: false; reason: 'nothing_new' }
  | { ok: false; reason: 'problems'; problems: DraftProblem[] }
  | { ok: false; reason: 'loses'; lost: LostMaterial[] }

/**
 * Publishes an old release again, as a new one with the next number. The draft follows where it had
 * no changes of its own; else it stays as it is.
 *
 * @throws E_ROW_NOT_FOUND for a release that this season does not have
 */
export class RestoreRelease {
  async handle({ seasonId, releaseId, by }: Restoration): Promise<RestoredRelease> {
    const old = await Release.query().where({ id: releaseId, seasonId }).firstOrFail()
    const { currentReleaseId } = await Season.findOrFail(seasonId)
    if (currentReleaseId === old.id) return { ok: false, reason: 'nothing_new' }
    const { catalog, draft: before } = await draftOf(seasonId)
    const document = await releaseDocument(old.id)
    const [file, base] = [await fileOf(old.id, catalog), await fileOf(before.basedOn, catalog)]
    const restored = await transaction(async (trx): Promise<RestoredRelease> => {
      const { draft, enabled } = await lockDraft(seasonId, trx)
      const problems = checkRelease(document, enabled)
      if (problems.length > 0) return { ok: false, reason: 'problems', problems }
      const lost = await lostMaterials(seasonId, document, trx)
      if (lost.length > 0) return { ok: false, reason: 'loses', lost }
      const outcome = await publishRelease(
        { seasonId, document, publishedBy: by.id, restoredFrom: old.number },
        trx
      )
      if (!outcome.published) return { ok: false, reason: 'nothing_new' }
      const unchanged = draft.basedOn === before.basedOn && differs(base, draft.document) === 0
      const pieces = differingPieces(draft.document, file)
      if (unchanged) {
        draft.merge({ basedOn: outcome.releaseId })
        const payload = { restoredFrom: old.number }
        await saveDraft(
          { draft, document: file, pieces, by, action: 'draft_restored', payload },
          trx
        )
      }
      const { number } = outcome
      const audited = {
        seasonId,
        releaseId: outcome.releaseId,
        number,
        restoredFrom: old.number,
        by,
      }
      await auditRelease('release_restored', audited, trx)
      return { ok: true, releaseId: outcome.releaseId, number }
    })
    if (restored.ok) await announce(seasonId, restored.releaseId)
    return restored
  }
}

function differs(...documents: Parameters<typeof differingPieces>): number {
  return differingPieces(...documents).length
}
