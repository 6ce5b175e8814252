import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { AnswerQuestions } from '#app/dossiers/actions/answer_questions'
import { answersValidator } from '#app/dossiers/validators/dossier'

/** What a candidate says of himself. */
export default class AnswersController {
  @inject()
  async update(
    { auth, i18n, region, request, response, session }: HttpContext,
    answer: AnswerQuestions
  ) {
    const candidate = auth.use('candidate').getUserOrFail()
    const form = await request.validateUsing(answersValidator)
    await answer.handle({ candidateId: candidate.id, ...form })
    session.flash('success', i18n.t('questions.saved'))
    return response.redirect().toPath(`/${region.id}/dossier`)
  }
}
