import {
  checkCatalog,
  revisionOf,
  type CatalogJson,
  type MaterialJson,
} from '#app/catalog/catalog_json'
import { auditCatalog } from '#app/catalog/audit_catalog'
import { catalogDifferenceWords } from '#app/catalog/catalog_difference_words'
import CatalogDraft from '#app/catalog/models/catalog_draft'
import { lockedCatalogDraft } from '#app/catalog/queries/catalog_draft'
import type { DocumentProblem } from '#app/core/json_reader'
import Staff from '#app/identity/models/staff'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'
import { transaction } from '#app/shared/transaction'

export interface BaseMaterialEdit {
  code: string
  /** Of the material that the editor was filled from; null for a new one. */
  revision: string | null
  /** What becomes of the material as it stands; null removes it. */
  change: (material: MaterialJson | null) => MaterialJson | null
  /** Staff id. */
  by: string
}

export type EditedBase =
  | { ok: true }
  | { ok: false; reason: 'taken' }
  | { ok: false; reason: 'moved_on'; by: string; at: number }
  | { ok: false; reason: 'problems'; problems: DocumentProblem[] }

/**
 * Saves one material of the national catalog's draft, with an entry in its chain. The whole catalog must read afterwards, so a
 * material that others name cannot go. Who has seen another state of this material writes nothing.
 */
export class EditBaseCatalog {
  async handle({ code, revision, change, by }: BaseMaterialEdit): Promise<EditedBase> {
    const edited = await transaction(async (trx) => {
      const { draft } = await lockedCatalogDraft(trx)
      const { materials } = draft.document
      const before = materials.find((one) => one.code === code) ?? null
      if (revision === null && before) return { ok: false as const, reason: 'taken' as const }
      if (revision !== null && !before) notFound()
      if (before && revision !== revisionOf(before)) return draft
      const document = { ...draft.document, materials: replaced(materials, code, change(before)) }
      const { problems } = checkCatalog(document as CatalogJson)
      if (problems.length > 0) return { ok: false as const, reason: 'problems' as const, problems }
      const [difference] = catalogDifferenceWords(draft.document, document as CatalogJson)
      if (!difference) return { ok: true as const }
      const at = clock.now()
      await draft.merge({ document, updatedBy: by, updatedAt: at }).save()
      await auditCatalog({ at, by, action: `material_${difference.kind}`, difference }, trx)
      return { ok: true as const }
    })
    return edited instanceof CatalogDraft ? movedOn(edited) : edited
  }
}

function replaced(list: readonly MaterialJson[], code: string, material: MaterialJson | null) {
  const others = material ? [material] : []
  const at = list.findIndex((one) => one.code === code)
  return at === -1 ? [...list, ...others] : [...list.slice(0, at), ...others, ...list.slice(at + 1)]
}

async function movedOn({ updatedBy, updatedAt }: CatalogDraft): Promise<EditedBase> {
  const staff = updatedBy === null ? null : await Staff.find(updatedBy)
  return { ok: false, reason: 'moved_on', by: staff?.name ?? '', at: updatedAt }
}
