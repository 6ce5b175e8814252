import type { HttpContext } from '@adonisjs/core/http'
import Message from '#app/messages/models/message'
import { clock } from '#app/shared/clock'

export default class MessageReadsController {
  async store({ auth, params, response }: HttpContext) {
    const candidate = auth.use('candidate').getUserOrFail()
    const message = await Message.query()
      .where('id', params.message)
      .where('candidateId', candidate.id)
      .firstOrFail()
    if (message.readAt === null) await message.merge({ readAt: clock.now() }).save()
    return response.redirect().back()
  }
}
