import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { MarkNoticeRead } from '#app/regions/actions/mark_notice_read'
import Notice from '#app/regions/models/notice'
import { isShown } from '#app/regions/queries/notices'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'

export default class NoticeReadsController {
  @inject()
  async store({ auth, params, request, response }: HttpContext, markRead: MarkNoticeRead) {
    const notice = await Notice.findOrFail(params.notice)
    if (!isShown(notice, clock.now())) notFound()
    const candidate = auth.use('candidate').getUserOrFail()
    await markRead.handle({ notice, candidateId: candidate.id })
    const isPageVisit = request.header('x-inertia') !== undefined
    if (!isPageVisit && request.accepts(['html', 'json']) === 'json') return response.noContent()
    return response.redirect().back()
  }
}
