import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { appendAuditEntry } from '#app/audit/append_entry'
import ReleaseDraft from '#app/catalog/models/release_draft'
import ReleaseDraftEdit from '#app/catalog/models/release_draft_edit'
import { newestCatalog } from '#app/catalog/catalog_versions'
import {
  checkDraft,
  isByMaterial,
  pieceOf,
  withPiece,
  type DraftDocument,
  type DraftProblem,
  type Piece,
  type Section,
} from '#app/catalog/draft_document'
import { draftOf, withoutRetiredFlags } from '#app/catalog/queries/draft'
import type { Catalog } from '#app/core/release'
import Staff from '#app/identity/models/staff'
import Region from '#app/regions/models/region'
import { canonicalJson } from '#app/shared/canonical_json'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

export interface DraftEdit {
  seasonId: string
  /** Of the draft that the editor was filled from. */
  version: number
  section: Section
  /** Only of `catalog_overrides` and `own_materials`: whose entries `value` replaces. */
  material?: string
  /** As the region format has it; by material the list of its entries without `code`, [] undoes them. */
  value: unknown
  by: { kind: string; id: string }
}

/** What somebody else has saved of the same piece since. */
export interface DraftChange extends Piece {
  version: number
  by: { id: string; name: string }
  at: number
  value: unknown
}

export type EditedDraft =
  | { ok: true; version: number }
  | { ok: false; reason: 'moved_on'; version: number; changes: DraftChange[] }
  | { ok: false; reason: 'problems'; problems: DraftProblem[] }

/**
 * Saves one piece of a season's draft. Problems of this piece refuse it; those of others may stand, a
 * draft is unfinished. What others have saved meanwhile stays, unless it is the same piece: then
 * nothing is written and their changes come back.
 */
export class EditDraft {
  async handle({
    seasonId,
    version,
    section,
    material,
    value,
    by,
  }: DraftEdit): Promise<EditedDraft> {
    const piece = { section, material: isByMaterial(section) ? (material ?? '') : '' }
    await draftOf(seasonId)
    const catalog = (await newestCatalog())!
    const edited = await transaction(async (trx): Promise<EditedDraft | ReleaseDraftEdit[]> => {
      const { draft, enabled } = await lockDraft(seasonId, trx)
      const others = await editsSince(draft, version, trx)
      const same = others.filter((edit) => edit.section === section && samePlace(edit, piece))
      if (same.length > 0 || version > draft.version) return same
      const before = await withoutRetiredFlags(draft, catalog, trx)
      const document = withPiece(before, piece, value)
      const problems = problemsOf(catalog, document, enabled, piece)
      if (problems.length > 0) return { ok: false, reason: 'problems', problems }
      if (canonicalJson(document) === canonicalJson(draft.document)) {
        return { ok: true, version: draft.version }
      }
      await saveDraft({ draft, document, pieces: [piece], by, action: 'draft_edited' }, trx)
      return { ok: true, version: draft.version }
    })
    return Array.isArray(edited) ? movedOn(seasonId, edited) : edited
  }
}

function samePlace(edit: Piece, { material }: Piece): boolean {
  return edit.material === material
}

/** The region's row first: its audit chain is written by one at a time. */
export async function lockDraft(seasonId: string, trx: TransactionClientContract) {
  const { enabled } = await Region.query({ client: trx })
    .where('id', currentRegionId())
    .forUpdate()
    .firstOrFail()
  const draft = await ReleaseDraft.query({ client: trx })
    .where('season_id', seasonId)
    .forUpdate()
    .first()
  return { enabled, draft: draft ?? notFound() }
}

function editsSince(draft: ReleaseDraft, version: number, trx: TransactionClientContract) {
  return ReleaseDraftEdit.query({ client: trx })
    .where('draft_id', draft.id)
    .where('version', '>', version)
    .orderBy('version')
    .orderBy('id')
}

function problemsOf(catalog: Catalog, document: DraftDocument, enabled: boolean, piece: Piece) {
  const { section, material } = piece
  return checkDraft(catalog, document, enabled).problems.filter(
    (problem) =>
      problem.section === section && problem.material === material && !isLeftForLater(problem)
  )
}

/** An unsound workflow may be saved and not published; what cannot be read may not be saved. */
function isLeftForLater({ reason }: DraftProblem): boolean {
  return /^[A-Z_]+$/.test(reason)
}

export interface DraftSave {
  draft: ReleaseDraft
  document: DraftDocument
  /** What differs from before. */
  pieces: readonly Piece[]
  by: { kind: string; id: string }
  action: string
  payload?: Record<string, unknown>
}

/** Writes the locked draft's next version, with a row for each piece and an entry in the region's chain. */
export async function saveDraft(
  { draft, document, pieces, by, action, payload }: DraftSave,
  trx: TransactionClientContract
) {
  const now = clock.now()
  const version = draft.version + 1
  await draft.merge({ document, version, updatedBy: by.id, updatedAt: now }).save()
  await ReleaseDraftEdit.createMany(
    pieces.map((piece) => ({
      id: uuid(),
      draftId: draft.id,
      version,
      ...piece,
      value: pieceOf(document, piece),
      editedBy: by.id,
      editedAt: now,
    })),
    { client: trx }
  )
  await appendAuditEntry(trx, {
    chain: `region:${currentRegionId()}`,
    at: now,
    actor: by,
    action,
    payload: { seasonId: draft.seasonId, version, pieces, ...payload },
  })
}

/** Names are read after the transaction: nothing is waiting for them. */
async function movedOn(seasonId: string, edits: ReleaseDraftEdit[]): Promise<EditedDraft> {
  const draft = await ReleaseDraft.findByOrFail({ seasonId })
  const staff = await Staff.query().whereIn('id', [...new Set(edits.map((one) => one.editedBy))])
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  return {
    ok: false,
    reason: 'moved_on',
    version: draft.version,
    changes: edits.map(({ section, material, version, editedBy, editedAt, value }) => ({
      section,
      material,
      version,
      by: { id: editedBy, name: names.get(editedBy) ?? '' },
      at: editedAt,
      value,
    })),
  }
}
