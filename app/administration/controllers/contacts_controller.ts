import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'
import { contactValidator } from '#app/administration/validators/contact'
import { ChangeContact } from '#app/regions/actions/change_contact'
import { contactOf, contactSeal, pointContact } from '#app/regions/contacts'
import ExamPoint from '#app/regions/models/exam_point'

/** How candidates reach the region and its points. */
export default class ContactsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const contact = contactOf(ctx.region)
    const points = await ExamPoint.query().orderBy('code').orderBy('id')
    return ctx.inertia.render('administration/contacts', {
      contact,
      seal: contactSeal(contact),
      points: points.map(pointContact),
      canChange: await ctx.bouncer.with(RegionPolicy).allows('configure', ctx.region),
    })
  }

  @inject()
  async update(ctx: HttpContext, change: ChangeContact) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { seal, ...form } = await ctx.request.validateUsing(contactValidator)
    const contact = {
      phone: form.phone || null,
      hoursZh: form.hoursZh || null,
      hoursEn: form.hoursEn || null,
      addressZh: form.addressZh || null,
      addressEn: form.addressEn || null,
    }
    await change.handle(contact, seal, by)
    ctx.session.flash('success', ctx.i18n.t('portal_settings.flash.contact_saved'))
    return ctx.response.redirect().toPath(`/${ctx.region.id}/staff/contacts`)
  }
}
