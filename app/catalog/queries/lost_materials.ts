import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { materialUses } from '#app/catalog/queries/material_uses'
import { releaseDocument } from '#app/catalog/releases'
import { ownPrefix } from '#app/core/own_materials'
import type { DocumentProblem } from '#app/core/json_reader'
import type { ReleaseDocument } from '#app/core/release'
import Season from '#app/regions/models/season'
import { currentRegionId } from '#app/shared/region_context'

export interface LostMaterial {
  code: string
  /** Dossiers that use it. */
  n: number
}

/**
 * Own materials of the region that a season's current release has, the next one would not, and
 * dossiers use: they must stay, whichever way the next release comes about. What the national catalog
 * drops is the platform's to answer for.
 */
export async function lostMaterials(
  seasonId: string,
  next: ReleaseDocument,
  client?: QueryClientContract
): Promise<LostMaterial[]> {
  const { currentReleaseId } = await Season.query({ client }).where('id', seasonId).firstOrFail()
  if (!currentReleaseId) return []
  const { materials } = await releaseDocument(currentReleaseId, client)
  const kept = new Set(next.materials.map(({ code }) => code))
  const prefix = ownPrefix(currentRegionId())
  const lost: LostMaterial[] = []
  for (const { code } of materials) {
    if (kept.has(code) || !code.startsWith(prefix)) continue
    const n = await materialUses(code, client)
    if (n > 0) lost.push({ code, n })
  }
  return lost
}

/** The same as problems of the document that would lose them. */
export function lossProblems(lost: readonly LostMaterial[]): DocumentProblem[] {
  return lost.map(({ code, n }) => ({
    path: 'own_materials',
    reason: `"${code}" is used by ${n} dossiers`,
  }))
}
