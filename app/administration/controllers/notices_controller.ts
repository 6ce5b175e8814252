import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'
import { noticeBoard } from '#app/administration/queries/notice_board'
import { noticeChangeValidator, noticeValidator } from '#app/administration/validators/notice'
import { ChangeNotices, type NoticeContent } from '#app/regions/actions/change_notices'
import Notice from '#app/regions/models/notice'
import { currentSeason } from '#app/regions/queries/current_season'
import { notFound } from '#app/shared/exceptions/refused'

/** The notices of the region's current season, for its administrators. */
export default class NoticesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    return ctx.inertia.render('administration/notices', await noticeBoard(ctx.region.id))
  }

  @inject()
  async store(ctx: HttpContext, notices: ChangeNotices) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const form = await ctx.request.validateUsing(noticeValidator)
    const current = await currentSeason()
    if (!current) notFound()
    await notices.add(current.season.id, contentOf(form), by)
    return done(ctx, 'notice_added', form.titleZh)
  }

  @inject()
  async update(ctx: HttpContext, notices: ChangeNotices) {
    const by = await mayChange(ctx)
    const form = await ctx.request.validateUsing(noticeChangeValidator)
    await notices.change(ctx.params.notice, form.version, contentOf(form), by)
    return done(ctx, 'notice_saved', form.titleZh)
  }

  @inject()
  async destroy(ctx: HttpContext, notices: ChangeNotices) {
    const by = await mayChange(ctx)
    return done(ctx, `notice_${await notices.remove(ctx.params.notice, by)}`)
  }
}

/** A notice that is none of the region's is missing before anything is forbidden. */
async function mayChange(ctx: HttpContext) {
  await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
  await Notice.findOrFail(ctx.params.notice)
  await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
  return auditName(ctx)
}

function contentOf(form: Infer<typeof noticeValidator>): NoticeContent {
  const isLink = form.kind === 'link'
  return {
    titleZh: form.titleZh,
    titleEn: form.titleEn || null,
    url: isLink ? form.url! : null,
    bodyZh: isLink ? null : form.bodyZh!,
    bodyEn: isLink ? null : form.bodyEn || null,
    mustRead: form.mustRead,
    shownFrom: form.shownFrom ?? null,
    shownUntil: form.shownUntil ?? null,
    status: form.status,
  }
}

function done({ i18n, region, response, session }: HttpContext, what: string, title = '') {
  session.flash('success', i18n.t(`portal_settings.flash.${what}`, { title }))
  return response.redirect().toPath(`/${region.id}/staff/notices`)
}
