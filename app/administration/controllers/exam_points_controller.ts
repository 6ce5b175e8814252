import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { ChangePoints, type PointWords } from '#app/administration/actions/change_points'
import { refuseField } from '#app/administration/field_error'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'
import { pointTree } from '#app/administration/queries/point_tree'
import { newPointValidator, pointValidator } from '#app/administration/validators/exam_point'
import ExamPoint from '#app/regions/models/exam_point'
import { refuse } from '#app/shared/exceptions/refused'

/** Exam points and registration points: staff of the region see them, its administrators change them. */
export default class ExamPointsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    return ctx.inertia.render('administration/points', {
      points: await pointTree(),
      canChange: await ctx.bouncer.with(RegionPolicy).allows('configure', ctx.region),
    })
  }

  @inject()
  async store(ctx: HttpContext, points: ChangePoints) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const form = await ctx.request.validateUsing(newPointValidator)
    const added = await points.add(
      { code: form.pointCode, parentId: form.parentId ?? null, ...wordsOf(form) },
      by
    )
    if (!added.ok) {
      return refuseField(ctx, added.reason === 'taken' ? 'pointCode' : 'parentId', added.reason)
    }
    return done(ctx, 'added', form.nameZh)
  }

  @inject()
  async update(ctx: HttpContext, points: ChangePoints) {
    const by = await mayChange(ctx)
    const form = await ctx.request.validateUsing(pointValidator)
    const renamed = await points.rename(ctx.params.point, wordsOf(form), form.seal, by)
    if (!renamed.ok) return refuseField(ctx, 'seal', renamed.reason)
    return done(ctx, 'renamed', form.nameZh)
  }

  @inject()
  async destroy(ctx: HttpContext, points: ChangePoints) {
    const by = await mayChange(ctx)
    const removed = await points.remove(ctx.params.point, by)
    if (!removed.ok) refuse('POINT_IN_USE', { ...removed.uses })
    return done(ctx, 'removed')
  }
}

/** A point that is none of the region's is missing before anything is forbidden. */
async function mayChange(ctx: HttpContext) {
  await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
  await ExamPoint.findOrFail(ctx.params.point)
  await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
  return auditName(ctx)
}

function wordsOf(form: Omit<Infer<typeof pointValidator>, 'seal'>): PointWords {
  return {
    zh: form.nameZh,
    en: form.nameEn || null,
    phone: form.phone || null,
    hoursZh: form.hoursZh || null,
    hoursEn: form.hoursEn || null,
    addressZh: form.addressZh || null,
    addressEn: form.addressEn || null,
  }
}

function done({ i18n, region, response, session }: HttpContext, what: string, name = '') {
  session.flash('success', i18n.t(`administration.flash.point_${what}`, { name }))
  return response.redirect().toPath(`/${region.id}/staff/points`)
}
