import type { Action, Actor, Subject } from '#app/core/access'
import { AccessPolicy } from '#app/shared/access_policy'

export type DossierAction = Extract<Action, `dossier.${string}`>

/** Whose a dossier is, and at which points. */
export type DossierSubject = Required<Pick<Subject, 'regionId' | 'candidateId' | 'pointPath'>>

/** A dossier as the staff of its region, and its candidate, may use it. */
export default class DossierPolicy extends AccessPolicy {
  /** Without the stage: that the gate asks, after it has answered what is only a repetition. */
  act(actor: Actor, action: DossierAction, subject: DossierSubject) {
    return this.ask(actor, action, subject)
  }
}
