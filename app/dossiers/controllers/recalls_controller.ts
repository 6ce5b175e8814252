import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RecallDossier from '#app/dossiers/actions/recall_dossier'

export default class RecallsController {
  /** 撤回提交 */
  @inject()
  async store({ auth, region, response, session, i18n }: HttpContext, recall: RecallDossier) {
    await recall.handle(auth.use('candidate').getUserOrFail().id)
    session.flash('success', i18n.t('dossier_steps.recalled'))
    return response.redirect().toPath(`/${region.id}/dossier`)
  }
}
