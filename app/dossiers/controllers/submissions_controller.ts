import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import SubmitDossier from '#app/dossiers/actions/submit_dossier'
import { idempotencyKey, submitValidator } from '#app/dossiers/validators/dossier'

export default class SubmissionsController {
  /** 提交审核 */
  @inject()
  async store({ auth, request, response, region }: HttpContext, submitDossier: SubmitDossier) {
    const candidate = auth.use('candidate').getUserOrFail()
    const { declarationVersion } = await request.validateUsing(submitValidator)
    const { receipt } = await submitDossier.handle({
      candidateId: candidate.id,
      declarationVersion,
      idempotencyKey: idempotencyKey(request),
    })
    if (request.accepts(['html', 'json']) === 'json' && !request.header('x-inertia')) {
      return response.created({ receipt })
    }
    return response.redirect().toPath(`/${region.id}/dossier`)
  }
}
