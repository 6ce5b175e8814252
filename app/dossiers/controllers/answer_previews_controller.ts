import type { HttpContext } from '@adonisjs/core/http'
import { unfitAnswer } from '#app/core/questions'
import { readOwnDossier } from '#app/dossiers/circumstances'
import { answersPreview } from '#app/dossiers/queries/questionnaire'
import { readDossier } from '#app/dossiers/read_dossier'
import { answersPreviewValidator } from '#app/dossiers/validators/dossier'
import { notFound, refuse } from '#app/shared/exceptions/refused'

/** Shows what answers would change, before they are saved. */
export default class AnswerPreviewsController {
  async store({ auth, request, response }: HttpContext) {
    const { answers } = await request.validateUsing(answersPreviewValidator)
    const own = await readOwnDossier(auth.use('candidate').getUserOrFail().id)
    if (!own) notFound()
    const dossier = await readDossier(own.row)
    if (unfitAnswer(dossier.release, answers) !== null) refuse('ANSWER_UNFIT')
    return response.json(answersPreview(own.around.registration, answers, dossier))
  }
}
