import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RevealNumbers from '#app/review/actions/reveal_numbers'
import { reviewedDossier } from '#app/review/reviewed_dossier'

export default class RevealsController {
  @inject()
  async store(ctx: HttpContext, revealNumbers: RevealNumbers) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.decide')
    ctx.response.header('Cache-Control', 'no-store')
    return ctx.response.ok(await revealNumbers.handle({ row, staffId: by.id }))
  }
}
