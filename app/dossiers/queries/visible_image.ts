import type { HttpContext } from '@adonisjs/core/http'
import { may } from '#app/core/access'
import Dossier from '#app/dossiers/models/dossier'
import Image from '#app/dossiers/models/image'
import Submission from '#app/dossiers/models/submission'
import { staffActor } from '#app/identity/staff_actor'
import { pointPath } from '#app/regions/queries/point_path'
import { notFound, refuse } from '#app/shared/exceptions/refused'

/**
 * An image that the visitor may see: his own, or one that was handed in to a region and point that
 * he works for, or that its staff added on the candidate's behalf. Whatever else is asked for answers like a missing one (DOMAIN.md §7).
 */
export async function visibleImage(ctx: HttpContext, imageId: string) {
  const asCandidate = ctx.auth.use('candidate')
  const asStaff = ctx.auth.use('staff')
  const candidate = (await asCandidate.check()) ? asCandidate.user! : null
  const staff = (await asStaff.check()) ? asStaff.user! : null
  const works = staff !== null && staff.suspendedAt === null
  if (!candidate && !works) refuse('SIGN_IN_REQUIRED')
  const image = await Image.find(imageId)
  const dossier = image && (await Dossier.find(image.dossierId))
  if (!image || !dossier) notFound()
  const isOwn = candidate !== null && isOwnedBy(candidate.id, dossier)
  if (!isOwn && !(works && (await isForStaff(ctx, dossier, image)))) notFound()
  return {
    id: image.id,
    format: image.format,
    regionId: image.regionId,
    dossierId: image.dossierId,
    seasonId: dossier.seasonId,
  }
}

function isOwnedBy(id: string, { regionId, candidateId }: Dossier): boolean {
  return may({ kind: 'candidate', id }, 'image.view', { regionId, candidateId }) === 'allow'
}

async function isForStaff(ctx: HttpContext, dossier: Dossier, image: Image): Promise<boolean> {
  const { regionId, candidateId } = dossier
  const subject = { regionId, candidateId, pointPath: await pointPath(dossier.examPointId) }
  if (may(await staffActor(ctx), 'image.view', subject) !== 'allow') return false
  return image.addedBy !== null || (await handedInHashes(image.dossierId)).has(image.sha256)
}

/** A draft, and what a candidate tries out in a returned item, are his own until he submits. */
export async function handedInHashes(dossierId: string): Promise<Set<string>> {
  const submissions = await Submission.query().where('dossierId', dossierId)
  return new Set(submissions.flatMap(({ manifest }) => Object.values(manifest).flat()))
}
