import type { HttpContext } from '@adonisjs/core/http'
import type { By } from '#app/core/dossier'
import type CheckUpload from '#app/dossiers/actions/check_upload'
import type StoreImage from '#app/dossiers/actions/store_image'
import { placedImage } from '#app/dossiers/queries/placed_image'
import { idempotencyKey, uploadQuery } from '#app/dossiers/validators/dossier'
import { notFound } from '#app/shared/exceptions/refused'
import { FORM_OVERHEAD, receiveFile, tooLarge } from './receive.js'

export interface Upload {
  /** Whose dossier it goes to; whoever sends it. */
  candidateId: string
  /** Who sends it, where not the candidate himself. */
  by?: By
  /** When the first byte arrived, ms. */
  startedAt: number
  /** Of an upload by another way: the only dossier that it opens, and how the audit names it. */
  dossierId?: string
  via?: string
  /** Asked once all bytes are here. */
  beforeStoring?: () => Promise<void>
}

interface Actions {
  checkUpload: CheckUpload
  storeImage: StoreImage
}

/** The one way of a picture from a request into an item. Everything that can be asked is asked before the body is read. */
export async function takeImage(
  ctx: HttpContext,
  { candidateId, by, startedAt, dossierId, via, beforeStoring }: Upload,
  { checkUpload, storeImage }: Actions
) {
  const { params, request } = ctx
  const key = idempotencyKey(request)
  const { place, replaces = null } = await uploadQuery.validate(request.qs())
  const { dossier, rules } = await checkUpload.handle(
    candidateId,
    params.item,
    startedAt,
    key,
    replaces,
    by
  )
  if (dossierId !== undefined && dossier.id !== dossierId) notFound()
  const announced = Number(request.header('content-length') ?? 0)
  if (announced > rules.maxBytes + FORM_OVERHEAD) throw tooLarge(announced, rules.maxBytes)

  const file = await receiveFile(ctx, rules.maxBytes)
  await beforeStoring?.()
  const { imageId, image } = await storeImage.handle({
    dossier,
    itemId: params.item,
    place: place || null,
    replaces,
    rules,
    file,
    startedAt,
    idempotencyKey: key,
    by,
    via,
  })
  // Null where it was deleted before a repeated request came.
  return { imageId: imageId!, image: image ?? (await placedImage(dossier.id, imageId!)) }
}
