import type { HttpContext } from '@adonisjs/core/http'
import { may, type Actor } from '#app/core/access'
import Dossier from '#app/dossiers/models/dossier'
import Image from '#app/dossiers/models/image'
import { staffActor } from '#app/identity/staff_actor'
import { pointPath } from '#app/regions/queries/point_path'
import { notFound, refuse } from '#app/shared/exceptions/refused'

/**
 * An image that the visitor may see: his own, or one of a region and point that he works for.
 * Whatever else is asked for answers like a missing one (DOMAIN.md §7).
 */
export async function visibleImage(ctx: HttpContext, imageId: string) {
  const candidate = await identify(ctx, 'candidate')
  const staff = await identify(ctx, 'staff')
  if (!candidate && !staff) refuse('SIGN_IN_REQUIRED')
  const image = await Image.find(imageId)
  const dossier = image && (await Dossier.find(image.dossierId))
  if (!image || !dossier) notFound()
  const subject = {
    regionId: dossier.regionId,
    candidateId: dossier.candidateId,
    pointPath: staff ? await pointPath(dossier.examPointId) : [],
  }
  const actors: Actor[] = []
  if (candidate) actors.push({ kind: 'candidate', id: candidate.id })
  if (staff) actors.push(await staffActor(ctx))
  if (!actors.some((actor) => may(actor, 'image.view', subject) === 'allow')) notFound()
  return {
    id: image.id,
    format: image.format,
    regionId: image.regionId,
    dossierId: image.dossierId,
    seasonId: dossier.seasonId,
  }
}

async function identify({ auth }: HttpContext, guard: 'candidate' | 'staff') {
  return (await auth.use(guard).check()) ? auth.use(guard).user! : null
}
