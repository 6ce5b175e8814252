import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import LogPhoneCall from '#app/review/actions/log_phone_call'
import { answersJson } from '#app/review/answers_json'
import QueuePolicy from '#app/review/policies/queue_policy'
import { phoneList } from '#app/review/queries/phone_list'
import { readReach } from '#app/review/queries/reach'
import { reviewedDossier } from '#app/review/reviewed_dossier'
import { staffOf } from '#app/review/reviewer'
import { phoneCallValidator } from '#app/review/validators/phone_call'

export default class PhoneCallsController {
  /** 电话名单 */
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(QueuePolicy).authorize('view', ctx.region)
    const actor = await staffOf(ctx)
    const page = await phoneList(await readReach(actor), ctx.request.qs().after)
    const mayCall = (await ctx.bouncer.with(QueuePolicy).allows('call', ctx.region)) as boolean
    return ctx.inertia.render('review/phone_list', { ...page, mayCall })
  }

  @inject()
  async store(ctx: HttpContext, logPhoneCall: LogPhoneCall) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.call')
    const { outcome, note } = await ctx.request.validateUsing(phoneCallValidator)
    await logPhoneCall.handle({ dossierId: row.id, staffId: by.id, outcome, note: note || null })
    if (answersJson(ctx)) return ctx.response.created({ outcome })
    ctx.session.flash('success', ctx.i18n.t(`review.called.${outcome}`))
    return ctx.response.redirect().back()
  }
}
