import { lockDraft, saveDraft } from '#app/catalog/actions/edit_draft'
import { differingPieces, type DraftDocument } from '#app/catalog/draft_document'
import { draftOf } from '#app/catalog/queries/draft'
import { transaction } from '#app/shared/transaction'

export interface DraftReplacement {
  seasonId: string
  /** Of the draft that was looked at before it is overwritten. */
  version: number
  document: DraftDocument
  /** The release that the document is equal to. */
  basedOn?: string
  by: { kind: string; id: string }
  /** For the audit: `draft_imported`, `draft_discarded`. */
  action: string
}

export type ReplacedDraft =
  { ok: true; version: number; pieces: number } | { ok: false; reason: 'moved_on' }

/** Puts a whole document in the place of a season's draft, unless somebody changed the draft since. */
export class ReplaceDraft {
  async handle(replacement: DraftReplacement): Promise<ReplacedDraft> {
    const { seasonId, version, document, basedOn, by, action } = replacement
    await draftOf(seasonId)
    return transaction(async (trx): Promise<ReplacedDraft> => {
      const { draft } = await lockDraft(seasonId, trx)
      if (draft.version !== version) return { ok: false, reason: 'moved_on' }
      const pieces = differingPieces(draft.document, document)
      if (basedOn) draft.merge({ basedOn })
      if (pieces.length > 0 || draft.$isDirty)
        await saveDraft({ draft, document, pieces, by, action }, trx)
      return { ok: true, version: draft.version, pieces: pieces.length }
    })
  }
}
