import { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

export interface Preferences {
  locale?: string
  largeType?: boolean
  contrast?: boolean
}

/** What a person chose for himself in this browser; it is no secret and holds no session. */
export const PREFERENCES_COOKIE = 'kaoqu-preferences'

/** Chinese first: another language only when the person chose it. */
export default class LocaleMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.preferences = ctx.request.cookie(PREFERENCES_COOKIE) ?? {}
    const chosen = ctx.preferences.locale ?? 'zh-CN'
    const locale = i18nManager.getSupportedLocaleFor(chosen) ?? i18nManager.defaultLocale
    ctx.i18n = i18nManager.locale(locale)
    ctx.containerResolver.bindValue(I18n, ctx.i18n)
    if ('view' in ctx) ctx.view.share({ locale, preferences: ctx.preferences })
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    i18n: I18n
    preferences: Preferences
  }
}
