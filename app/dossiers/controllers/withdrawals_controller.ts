import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import WithdrawDossier from '#app/dossiers/actions/withdraw_dossier'
import { withdrawValidator } from '#app/dossiers/validators/dossier'

export default class WithdrawalsController {
  /** 放弃申报: asked with a word that says he means it. */
  @inject()
  async store(ctx: HttpContext, withdraw: WithdrawDossier) {
    const { auth, request, region, response, session, i18n } = ctx
    await request.validateUsing(withdrawValidator)
    await withdraw.handle(auth.use('candidate').getUserOrFail().id)
    session.flash('success', i18n.t('dossier_steps.withdrawn'))
    return response.redirect().toPath(`/${region.id}`)
  }
}
