import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { PREFERENCES_COOKIE } from '#app/shared/middleware/locale_middleware'

const preferencesValidator = vine.create({
  locale: vine.enum(['zh-CN', 'en']).optional(),
  largeType: vine.boolean().optional(),
  contrast: vine.boolean().optional(),
})

export default class PreferencesController {
  /** Language, type size and contrast of this browser, for a year; what is not named stays as it was. */
  async update({ preferences, request, response }: HttpContext) {
    const chosen = await request.validateUsing(preferencesValidator)
    response.cookie(PREFERENCES_COOKIE, { ...preferences, ...chosen }, { maxAge: '365d' })
    return response.redirect().back()
  }
}
