import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import EndHandover from '#app/dossiers/actions/end_handover'
import OpenHandover from '#app/dossiers/actions/open_handover'
import { holds, imagesOver } from '#app/dossiers/handovers'
import Dossier from '#app/dossiers/models/dossier'
import Handover from '#app/dossiers/models/handover'
import { handoverValidator } from '#app/dossiers/validators/dossier'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'

/** 用手机拍照上传, from the screen where the candidate is signed in. */
export default class HandoversController {
  @inject()
  async store({ auth, request, response }: HttpContext, openHandover: OpenHandover) {
    const candidate = auth.use('candidate').getUserOrFail()
    const { item = null } = await request.validateUsing(handoverValidator)
    response.header('Cache-Control', 'no-store')
    return response.created(await openHandover.handle(candidate.id, item))
  }

  /** Asked again and again while the phone works. */
  async show({ auth, params, response }: HttpContext) {
    const candidate = auth.use('candidate').getUserOrFail()
    const handover = await Handover.find(params.handover)
    if (handover?.candidateId !== candidate.id) notFound()
    const dossier = await Dossier.findOrFail(handover.dossierId)
    const inTime = handover.revokedAt === null && clock.now() < handover.expiresAt
    return response.ok({
      live: inTime && holds(handover, dossier),
      openedAt: handover.openedAt,
      expiresAt: handover.expiresAt,
      images: (await imagesOver(handover)).size,
    })
  }

  @inject()
  async destroy({ auth, params, response }: HttpContext, endHandover: EndHandover) {
    const candidate = auth.use('candidate').getUserOrFail()
    await endHandover.handle(candidate.id, params.handover)
    return response.ok({ ended: params.handover })
  }
}
