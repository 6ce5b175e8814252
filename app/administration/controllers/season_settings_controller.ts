import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { readAudience } from '#app/administration/read_audience'
import { readCalendar } from '#app/administration/read_calendar'
import { seasonToChange } from '#app/administration/season_subject'
import {
  audienceValidator,
  buttonValidator,
  calendarValidator,
  notificationsValidator,
  uploadsValidator,
} from '#app/administration/validators/season'
import { ChangeSeason } from '#app/regions/actions/change_season'

/**
 * Parts of a season's live settings: each is saved by itself, takes effect at once, and answers with
 * the season's new version. Who did not see the newest one gets 409.
 */
@inject()
export default class SeasonSettingsController {
  constructor(private readonly changes: ChangeSeason) {}

  async uploads(ctx: HttpContext) {
    const { season, by } = await seasonToChange(ctx)
    const { version, on } = await ctx.request.validateUsing(uploadsValidator)
    return { version: await this.changes.switchUploads({ id: season.id, version, by }, on) }
  }

  async staffUploads(ctx: HttpContext) {
    const { season, by } = await seasonToChange(ctx)
    const { version, on } = await ctx.request.validateUsing(uploadsValidator)
    return { version: await this.changes.switchStaffUploads({ id: season.id, version, by }, on) }
  }

  async calendar(ctx: HttpContext) {
    const { season, by } = await seasonToChange(ctx)
    const { version, ...form } = await ctx.request.validateUsing(calendarValidator)
    const calendar = readCalendar(ctx, form)
    return { version: await this.changes.replaceCalendar({ id: season.id, version, by }, calendar) }
  }

  async button(ctx: HttpContext) {
    const { season, by } = await seasonToChange(ctx)
    const { version, ...form } = await ctx.request.validateUsing(buttonValidator)
    const texts = {
      button: { zh: form.labelZh, en: form.labelEn },
      offMessage: { zh: form.offZh, en: form.offEn },
    }
    return { version: await this.changes.changeButton({ id: season.id, version, by }, texts) }
  }

  async audience(ctx: HttpContext) {
    const { season, by } = await seasonToChange(ctx)
    const { version, rules } = await ctx.request.validateUsing(audienceValidator)
    const audience = await readAudience(ctx, season, rules)
    return { version: await this.changes.changeAudience({ id: season.id, version, by }, audience) }
  }

  async notifications(ctx: HttpContext) {
    const { season, by } = await seasonToChange(ctx)
    const { version, quietFrom, quietUntil, ...form } =
      await ctx.request.validateUsing(notificationsValidator)
    const notifications = {
      channels: form.channels,
      quietHours: [quietFrom, quietUntil] as [string, string],
      phoneListForUnreadHours: form.phoneListForUnreadHours ?? null,
      smsReturnZh: form.smsReturnZh || null,
      smsReturnEn: form.smsReturnEn || null,
    }
    const seen = { id: season.id, version, by }
    return { version: await this.changes.changeNotifications(seen, notifications) }
  }
}
