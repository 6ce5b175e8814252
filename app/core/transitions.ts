import * as candidate from './candidate_steps.js'
import type { Steps } from './dossier.js'
import * as follow from './follow_steps.js'
import * as officer from './officer_steps.js'
import * as review from './review_steps.js'

/** The transition table: DOMAIN.md §3, first row whose `from` and `when` fit. */
export const steps: Steps = {
  want: [candidate.want],
  declare: [candidate.declare],
  add_image: [candidate.addImage],
  delete_image: [candidate.deleteImage],
  reorder: [candidate.reorder],
  answer: [candidate.answer],
  submit: [candidate.submit, candidate.resubmit],
  recall: [candidate.recall],
  withdraw: [candidate.withdraw],
  claim: [review.claim],
  renew_claim: [review.renewClaim],
  release_claim: [review.releaseClaim],
  claim_expired: [review.claimExpired],
  take_over: [review.takeOver],
  declare_conflict: [review.declareConflict],
  finish: [review.returnItems, review.agreeAtStage, review.passStage, review.approve],
  take_back: [review.takeBack],
  step_back: [review.stepBack],
  propose: [officer.proposeIneligible, officer.proposeReopening],
  confirm: [officer.confirmIneligible, officer.confirmReopening],
  refuse: [officer.refuseProposal],
  hold: [officer.hold],
  release_hold: [officer.releaseHold],
  reinstate: [officer.upholdAppeal, officer.reviveLapsed],
  extend: [officer.extend, officer.reviveByExtension],
  lapse: [follow.submitAtClose, follow.backToReview, follow.lapse],
  facts_changed: [follow.factsInDraft, follow.factsAskAnew, follow.factsFlagged],
  move_release: [follow.releaseInDraft, follow.releaseAsksAnew, follow.releaseMoved],
}
