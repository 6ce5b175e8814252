import type { HttpContext } from '@adonisjs/core/http'
import { passGate } from '#app/dossiers/gate'
import { declarationVersion } from '#app/dossiers/queries/declaration_version'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import {
  answerValidator,
  declarationValidator,
  wantValidator,
} from '#app/dossiers/validators/dossier'
import { notFound, refuse } from '#app/shared/exceptions/refused'

/** What a candidate says of an item without a picture. */
export default class ItemsController {
  /** 我需要上传这项 */
  async want({ auth, params, request, response }: HttpContext) {
    const { wanted } = await request.validateUsing(wantValidator)
    const owned = await this.#owned(auth.use('candidate').getUserOrFail().id, params.item)
    await passGate({ ...owned, event: { type: 'want', item: params.item, wanted } })
    return response.redirect().back()
  }

  /** 无需更换,原因是… */
  async answer({ auth, params, request, response }: HttpContext) {
    const { because } = await request.validateUsing(answerValidator)
    const owned = await this.#owned(auth.use('candidate').getUserOrFail().id, params.item)
    await passGate({
      ...owned,
      event: { type: 'answer', item: params.item, because: because ?? '' },
    })
    return response.redirect().back()
  }

  /** 在线声明 */
  async declare({ auth, params, request, response }: HttpContext) {
    const { declares, version } = await request.validateUsing(declarationValidator)
    const owned = await this.#owned(auth.use('candidate').getUserOrFail().id, params.item)
    const text = await declarationVersion(owned.dossierId, params.item)
    if (declares && version !== text) refuse('DECLARATION_CHANGED')
    const event = { type: 'declare', item: params.item, declared: declares, text } as const
    await passGate({ ...owned, event })
    return response.redirect().back()
  }

  async #owned(candidateId: string, itemId: string) {
    const item = await Item.find(itemId)
    const dossier = item && (await Dossier.find(item.dossierId))
    if (dossier?.candidateId !== candidateId) notFound()
    return { dossierId: dossier.id, by: { kind: 'candidate' as const, id: candidateId } }
  }
}
