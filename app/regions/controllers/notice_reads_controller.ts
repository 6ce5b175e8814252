import type { HttpContext } from '@adonisjs/core/http'
import Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { clock } from '#app/shared/clock'
import { isUniqueViolation } from '#app/shared/transaction'

export default class NoticeReadsController {
  /** The candidate opened a notice. The first time counts; opening it again changes nothing. */
  async store({ auth, params, request, response }: HttpContext) {
    const notice = await Notice.findOrFail(params.notice)
    const candidate = auth.use('candidate').getUserOrFail()
    const read = { noticeId: notice.id, candidateId: candidate.id, readAt: clock.now() }
    await NoticeRead.create(read).catch((error) => {
      if (!isUniqueViolation(error)) throw error
    })
    if (!request.header('x-inertia') && request.accepts(['html', 'json']) === 'json') {
      return response.noContent()
    }
    return response.redirect().back()
  }
}
