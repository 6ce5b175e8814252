import type { HttpContext } from '@adonisjs/core/http'
import type { Subject } from '#app/core/access'
import Dossier from '#app/dossiers/models/dossier'
import DossierPolicy, { type DossierAction } from '#app/dossiers/policies/dossier_policy'
import { pointPath } from '#app/regions/queries/point_path'
import { notFound } from '#app/shared/exceptions/refused'
import { reviewerOf, staffOf, type Reviewer, type StaffActor } from './reviewer.js'

export interface ReviewedDossier {
  row: Dossier
  actor: StaffActor
  by: Reviewer
  subject: Subject
}

/**
 * The dossier of the address, for staff who may do `action` with it. The stage is not asked here: the
 * gate knows it, after it has answered what is only a repetition.
 *
 * @throws Refused NOT_FOUND, alike for a missing one, a draft, another region's and another point's;
 *   NOT_ALLOWED where he sees it and may not do this (DOMAIN.md §7)
 */
export async function reviewedDossier(
  ctx: HttpContext,
  action: DossierAction = 'dossier.view'
): Promise<ReviewedDossier> {
  const row = await Dossier.find(ctx.params.dossier)
  // What was never submitted is the candidate's own, whatever became of it.
  if (!row || row.round === 0) notFound()
  const actor = await staffOf(ctx)
  const subject = {
    regionId: row.regionId,
    candidateId: row.candidateId,
    pointPath: await pointPath(row.examPointId),
  }
  await ctx.bouncer.with(DossierPolicy).authorize('act', action, subject)
  return { row, actor, by: reviewerOf(actor, subject), subject }
}
