import Submission from '#app/dossiers/models/submission'
import { reviewPage } from '#app/review/queries/review_page'
import type { ReviewedDossier } from '#app/review/reviewed_dossier'

/** Everything of the sheet that is printed (inertia/types/reports.ts): what a reviewer sees, without his tools. */
export async function printPage(reviewed: ReviewedDossier, locale: string) {
  const { dossier, registration, items, timeline } = await reviewPage(reviewed, locale)
  const submission = await Submission.query()
    .where('dossierId', dossier.id)
    .orderBy('round', 'desc')
    .firstOrFail()
  return {
    dossier: {
      id: dossier.id,
      state: dossier.state,
      round: dossier.round,
      stage: dossier.stages[dossier.stage],
      submittedAt: dossier.submittedAt,
      receipt: submission.receiptNumber,
      manifest: submission.sha256,
      declaration: submission.declaration,
    },
    registration,
    items: items
      .filter(({ images, history }) => images.length > 0 || history.length > 0)
      .map(({ id, number, name, state, images, history }) => ({
        ...{ id, number, name, state, images, history },
      })),
    timeline,
  }
}
