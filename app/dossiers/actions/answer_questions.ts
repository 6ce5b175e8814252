import { inject } from '@adonisjs/core'
import { lockReason } from '#app/core/lock'
import { unfitAnswer } from '#app/core/questions'
import type { FactValue } from '#app/core/release'
import { appendAuditEntry } from '#app/audit/append_entry'
import { releaseDocument } from '#app/catalog/releases'
import Registration from '#app/registrations/models/registration'
import { canonicalJson } from '#app/shared/canonical_json'
import { clock } from '#app/shared/clock'
import { notFound, refuse } from '#app/shared/exceptions/refused'
import { transaction } from '#app/shared/transaction'
import FollowRegistration from '#app/dossiers/actions/follow_registration'
import { readOwnDossier, windowAt } from '#app/dossiers/circumstances'
import Dossier from '#app/dossiers/models/dossier'

export interface Answers {
  candidateId: string
  /** Code of a question → answer; those not named stay as they are. */
  answers: Readonly<Record<string, unknown>>
  /** The registration's `facts_revision` that the questions were read with. */
  revision: number
}

/** As an item that is asked for: the questions are open exactly while a draft's pictures are. */
const ASKED = { need: 'required', wanted: false, reopened: null } as const

/**
 * Keeps what the candidate says of himself, then lets his draft's checklist follow. The dossier's row
 * is locked first, like in the gate, so that an answer and a submission stand one after the other.
 *
 * @throws Refused NOT_FOUND, ANSWER_UNFIT, ANSWERS_LOCKED, ANSWERS_MOVED_ON
 */
@inject()
export class AnswerQuestions {
  constructor(private followRegistration: FollowRegistration) {}

  async handle({ candidateId, answers, revision }: Answers): Promise<void> {
    const own = await readOwnDossier(candidateId)
    if (!own) notFound()
    const { row, around } = own
    const release = await releaseDocument(row.releaseId)
    if (unfitAnswer(release, answers) !== null) refuse('ANSWER_UNFIT')
    const now = clock.now()
    const window = windowAt(around, release, now)

    await transaction(async (trx) => {
      const dossier = await Dossier.query({ client: trx })
        .where('id', row.id)
        .forUpdate()
        .firstOrFail()
      const reason =
        dossier.state === 'returned' ? 'submitted' : lockReason(dossier, ASKED, window, now)
      if (reason) refuse('ANSWERS_LOCKED', { reason })
      const registration = await Registration.query({ client: trx })
        .where('id', row.registrationId)
        .forUpdate()
        .firstOrFail()
      if (registration.factsRevision !== revision) refuse('ANSWERS_MOVED_ON')
      const said = { ...registration.answers, ...(answers as Record<string, FactValue>) }
      if (canonicalJson(said) === canonicalJson(registration.answers)) return
      await registration.merge({ answers: said, factsRevision: revision + 1 }).save()
      await appendAuditEntry(trx, {
        chain: `registration:${registration.id}`,
        at: now,
        actor: { kind: 'candidate', id: candidateId },
        action: 'answered',
        payload: { revision: revision + 1, questions: Object.keys(answers).sort() },
      })
    })
    await this.followRegistration.handle(row.registrationId, { answered: true })
  }
}
