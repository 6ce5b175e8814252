import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RevealNumbers from '#app/review/actions/reveal_numbers'
import { reviewedDossier } from '#app/review/reviewed_dossier'

export default class PhoneRevealsController {
  /** The whole number, to call it; the ID number stays covered. */
  @inject()
  async store(ctx: HttpContext, revealNumbers: RevealNumbers) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.call')
    ctx.response.header('Cache-Control', 'no-store')
    const { phone } = await revealNumbers.handle({ row, staffId: by.id, fields: ['phone'] })
    return ctx.response.ok({ phone })
  }
}
