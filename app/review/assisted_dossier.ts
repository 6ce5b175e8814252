import type { HttpContext } from '@adonisjs/core/http'
import { barredFromAdding } from '#app/core/step_parts'
import { releaseDocument } from '#app/catalog/releases'
import { readCircumstances } from '#app/dossiers/circumstances'
import Dossier from '#app/dossiers/models/dossier'
import DossierPolicy from '#app/dossiers/policies/dossier_policy'
import { pointPath } from '#app/regions/queries/point_path'
import { notFound, Refused } from '#app/shared/exceptions/refused'
import { reviewerOf, staffOf } from './reviewer.js'

/**
 * The dossier of the address, for staff who add pictures on its candidate's behalf: a draft too, which
 * nobody of the staff sees otherwise.
 *
 * @throws Refused NOT_FOUND, alike for a missing one, another region's and another point's; what
 *   core's `barredFromAdding` says
 */
export async function assistedDossier(ctx: HttpContext) {
  const row = await Dossier.find(ctx.params.dossier)
  if (!row || row.live === null) notFound()
  const actor = await staffOf(ctx)
  const subject = {
    regionId: row.regionId,
    candidateId: row.candidateId,
    pointPath: await pointPath(row.examPointId),
  }
  await ctx.bouncer.with(DossierPolicy).authorize('act', 'dossier.edit', subject)
  const by = reviewerOf(actor, subject)
  const release = await releaseDocument(row.releaseId)
  const circumstances = await readCircumstances(undefined, row, release, { staffId: by.id })
  const refusal = barredFromAdding(by, circumstances)
  if (refusal) throw new Refused(refusal)
  return { row, by, around: circumstances.around }
}

export type AssistedDossier = Awaited<ReturnType<typeof assistedDossier>>
