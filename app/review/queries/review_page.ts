import { may } from '#app/core/access'
import { decide, type Circumstances } from '#app/core/dossier'
import type { ReleaseDocument } from '#app/core/release'
import { isLast } from '#app/core/workflow'
import { readCircumstances } from '#app/dossiers/circumstances'
import Image from '#app/dossiers/models/image'
import Submission from '#app/dossiers/models/submission'
import { dossierHistory } from '#app/dossiers/queries/dossier_history'
import { helpersOf } from '#app/dossiers/queries/helpers_of'
import { keptItems } from '#app/dossiers/queries/kept_items'
import { saidOfItems } from '#app/dossiers/queries/said_of_items'
import { readDossier, readProposal } from '#app/dossiers/read_dossier'
import Staff from '#app/identity/models/staff'
import { registrationView } from '#app/registrations/registration_view'
import VerdictDraft from '#app/review/models/verdict_draft'
import { checkResults } from '#app/review/check_results'
import { offeredSteps } from '#app/review/offered_steps'
import { commonReasons, finalReasons } from '#app/review/reasons'
import type { ReviewedDossier } from '#app/review/reviewed_dossier'
import { reviewItems } from '#app/review/review_items'
import { clock } from '#app/shared/clock'
import { proposalView } from './proposal_view.js'
import { remarksOf } from './remarks_of.js'
import { saidByCandidate } from './said_by_candidate.js'

/** Everything of the reviewer's screen (inertia/types/review.ts). */
export async function reviewPage(reviewed: ReviewedDossier, locale: string) {
  const { row, by } = reviewed
  const dossier = await readDossier(row)
  const { release } = dossier
  const circumstances = await readCircumstances(undefined, row, release, { staffId: by.id })
  const proposal = await readProposal(row)
  const core = { ...dossier.core, proposal }
  const { registration, point, season, facts } = circumstances.around
  const { entries } = await dossierHistory(row.id, release, locale, 'staff')
  const submissions = await Submission.query().where('dossierId', row.id).orderBy('round', 'desc')
  const drafts = await VerdictDraft.query().where({ dossierId: row.id, staffId: by.id })
  const items = reviewItems(dossier, {
    facts,
    said: await saidOfItems(row.id),
    answers: await saidByCandidate(row.id, row.round),
    checks: await checkResults(row.id),
    drafts,
    submissions,
    pictures: await Image.query().where('dossierId', row.id),
    kept: await keptItems(dossier, circumstances.around),
    helpers: await helpersOf(dossier),
  })
  return {
    dossier: {
      id: row.id,
      state: row.state,
      version: row.version,
      round: row.round,
      stage: row.stage,
      stages: release.workflow.stages.map(({ zh, en, mode }) => ({ zh, en, mode })),
      submittedAt: row.submittedAt,
      manifest: row.manifest,
      flag: row.flag,
      endedFrom: row.heldFrom ?? row.lapsedFrom,
      ...effectsOf(circumstances, release, row.stage),
    },
    registration: registrationView(registration, point, season, release),
    claim: await claimOf(reviewed),
    claimable: decide(core, { type: 'claim' }, by, circumstances).ok && mayClaim(reviewed),
    steps: offeredSteps(core, reviewed, circumstances),
    proposal: await proposalView(row, release, by.id),
    remarks: await remarksOf(row),
    finalReasons: finalReasons(release),
    items,
    commonReasons: commonReasons(release, row.stage),
    timeline: entries,
  }
}

/** What finishing at this stage could do now. */
function effectsOf(
  { stages, returnDeadline, now }: Circumstances,
  { workflow }: ReleaseDocument,
  stage: number
) {
  const inTime = returnDeadline !== null && returnDeadline > now
  return {
    canReturn: stages[stage].canReturn && inTime,
    // Whatever it drew: who knew it before would look less closely.
    isLastStage: isLast(workflow, stage),
    sampled: workflow.stages[stage].samplingPercent < 100,
    returnDeadline,
  }
}

/** The token is the holder's proof: others see who works on it, not with what. */
async function claimOf({ row, by }: ReviewedDossier) {
  if (row.state !== 'in_review' || row.claimUntil! <= clock.now()) return null
  const mine = row.claimBy === by.id
  const holder = await Staff.findOrFail(row.claimBy)
  return { name: holder.name, mine, until: row.claimUntil!, token: mine ? row.claimToken : 0 }
}

const mayClaim = ({ actor, subject }: ReviewedDossier) =>
  may(actor, 'dossier.claim', subject) === 'allow'
