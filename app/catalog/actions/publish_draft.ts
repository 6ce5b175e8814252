import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { appendAuditEntry } from '#app/audit/append_entry'
import { lockDraft } from '#app/catalog/actions/edit_draft'
import { checkDraft, inOwnMaterials, type DraftProblem } from '#app/catalog/draft_document'
import ReleaseDraft from '#app/catalog/models/release_draft'
import ReleasePublished from '#app/catalog/events/release_published'
import { lossProblems, lostMaterials } from '#app/catalog/queries/lost_materials'
import { draftOf, withoutRetiredFlags } from '#app/catalog/queries/draft'
import { publishRelease } from '#app/catalog/releases'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

export interface DraftPublication {
  seasonId: string
  /** Of the draft whose differences and effects were looked at. */
  version: number
  by: { kind: string; id: string }
}

export type PublishedDraft =
  | { ok: true; releaseId: string; number: number }
  | { ok: false; reason: 'moved_on' | 'nothing_new' }
  | { ok: false; reason: 'problems'; problems: DraftProblem[] }

/**
 * Publishes a season's draft as its next release, exactly as it was looked at: a draft that somebody
 * changed since is not. The draft stays, now equal to the release.
 */
export class PublishDraft {
  async handle({ seasonId, version, by }: DraftPublication): Promise<PublishedDraft> {
    // Nobody has looked at it yet, so nobody has changed it.
    if (!(await ReleaseDraft.findBy({ seasonId }))) return { ok: false, reason: 'nothing_new' }
    const { catalog } = await draftOf(seasonId)
    const published = await transaction(async (trx): Promise<PublishedDraft> => {
      const { draft, enabled } = await lockDraft(seasonId, trx)
      if (draft.version !== version) return { ok: false, reason: 'moved_on' }
      const document = await withoutRetiredFlags(draft, catalog, trx)
      const { release, problems } = checkDraft(catalog, document, enabled)
      if (!release || problems.length > 0) return { ok: false, reason: 'problems', problems }
      const lost = lossProblems(await lostMaterials(seasonId, release, trx))
      if (lost.length > 0) return { ok: false, reason: 'problems', problems: inOwnMaterials(lost) }
      const outcome = await publishRelease({ seasonId, document: release, publishedBy: by.id }, trx)
      if (!outcome.published) return { ok: false, reason: 'nothing_new' }
      const { releaseId, number } = outcome
      await draft
        .merge({
          document,
          basedOn: releaseId,
          version: version + 1,
          updatedBy: by.id,
          updatedAt: clock.now(),
        })
        .save()
      await auditRelease('release_published', { seasonId, releaseId, number, by }, trx)
      return { ok: true, releaseId, number }
    })
    if (published.ok) await announce(seasonId, published.releaseId)
    return published
  }
}

interface Audited {
  seasonId: string
  releaseId: string
  number: number
  restoredFrom?: number
  by: { kind: string; id: string }
}

/** The region's row is locked: its chain is written by one at a time. */
export function auditRelease(
  action: string,
  { by, ...payload }: Audited,
  trx: TransactionClientContract
) {
  return appendAuditEntry(trx, {
    chain: `region:${currentRegionId()}`,
    at: clock.now(),
    actor: by,
    action,
    payload,
  })
}

/** After the transaction. Were the process to end here, the sweep finds the drafts that stay behind. */
export function announce(seasonId: string, releaseId: string) {
  return ReleasePublished.dispatch(currentRegionId(), seasonId, releaseId)
}
