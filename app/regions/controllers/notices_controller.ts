import type { HttpContext } from '@adonisjs/core/http'
import Notice from '#app/regions/models/notice'
import { noticePage } from '#app/regions/queries/notice_page'

/** A notice with a text of its own, open to everybody like the portal. */
export default class NoticesController {
  async show({ auth, inertia, params }: HttpContext) {
    const candidate = auth.use('candidate').user ?? null
    const notice = await Notice.findOrFail(params.notice)
    return inertia.render('regions/notice', await noticePage(notice, candidate?.id ?? null))
  }
}
