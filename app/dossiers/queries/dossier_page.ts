import type { I18n } from '@adonisjs/i18n'
import { submitBlockers } from '#app/core/item_state'
import { recallLock, submitLock } from '#app/core/lock'
import { messagesOfDossier } from '#app/messages/queries/messages_of_dossier'
import { extendedView } from '#app/regions/extended'
import { pointContact, reachable, regionContact } from '#app/regions/contacts'
import type Region from '#app/regions/models/region'
import { noticesFor } from '#app/regions/queries/notices'
import { seasonRevision } from '#app/regions/season_changes'
import { registrationView } from '#app/registrations/registration_view'
import { clock } from '#app/shared/clock'
import { Refused } from '#app/shared/exceptions/refused'
import { inBoth } from '#app/shared/wording'
import {
  opennessFor,
  windowAt,
  type OwnDossier,
  type Surroundings,
} from '#app/dossiers/circumstances'
import { candidateItems, commentViews } from '#app/dossiers/item_views'
import { originalsToBring } from '#app/dossiers/originals'
import { runningDeadline } from '#app/dossiers/running_deadline'
import { readDossier, type ReadDossier } from '#app/dossiers/read_dossier'
import { dossierHistory } from './dossier_history.js'
import { helpersOf } from './helpers_of.js'
import { keptItems } from './kept_items.js'
import { questionViews } from './questionnaire.js'
import { saidOfItems } from './said_of_items.js'

/** Everything of the candidate's page (inertia/types/dossier.ts), in six statements with its row's. */
export async function dossierPage({ row, around }: OwnDossier, region: Region, i18n: I18n) {
  const now = clock.now()
  const dossier = await readDossier(row)
  const said = await saidOfItems(row.id)
  const notices = await noticesFor(row.seasonId, row.candidateId, now)
  const messages = await messagesOfDossier(row.id, i18n.locale)
  const history = await dossierHistory(row.id, dossier.release, i18n.locale)
  const { registration, point, season } = around

  const { release } = dossier
  const kept = await keptItems(dossier, around)
  const items = candidateItems(dossier, around, said, kept, now, await helpersOf(dossier))
  const required = items.filter(
    ({ need, returned }) => need === 'required' || need === 'declared' || returned
  )
  const blockers = submitBlockers(dossier.core, {
    factsRevision: registration.factsRevision,
    unreadNotices: notices
      .filter(({ mustRead, readAt }) => mustRead && !readAt)
      .map(({ id }) => id),
  })
  const missing = new Set(blockers.flatMap((blocker) => blocker.items ?? []))
  const { stages } = release.workflow
  const opening = openingOf(dossier, around, now)
  return {
    dossier: {
      id: row.id,
      state: row.state,
      version: row.version,
      round: row.round,
      stages: stages.map(({ zh, en }) => ({ zh, en })),
      stage: row.stage,
      deadline: runningDeadline(row),
      ...opening,
      receipt: history.receipt,
      ...ownStepsOf(dossier, around, now),
      stageHours: stages[row.stage]?.slaHours ?? null,
      stageEnteredAt: row.stageEnteredAt,
    },
    revision: seasonRevision(season),
    extended: extendedView(season, now),
    registration: registrationView(registration, point, season, release),
    items,
    notices,
    declaration: {
      version: release.declaration.version,
      text: { zh: release.declaration.zh, en: release.declaration.en },
    },
    questionnaire: {
      revision: registration.factsRevision,
      editable: opening.submittable && row.state === 'draft',
      questions: questionViews(registration, dossier),
    },
    originals: originalsToBring(dossier),
    contacts: reachable([pointContact(point), regionContact(region)]),
    blockers: blockers.map((refusal) => ({
      code: refusal.code,
      message: new Refused(refusal).wordedFor({ i18n }),
      items: [...(refusal.items ?? [])],
    })),
    progress: {
      required: required.length,
      done: required.filter(({ id }) => !missing.has(id)).length,
    },
    comments: commentViews(dossier, said),
    timeline: history.entries,
    messages,
  }
}

/** Whether the page offers submitting, until when, and why nothing can be changed. */
function openingOf({ row, release }: ReadDossier, around: Surroundings, now: number) {
  const window = windowAt(around, release, now)
  const { reason, message, opensAt, nextChangeAt } = opennessFor(around, release, now)
  const uploadGrace = release.uploadGraceMinutes * 60_000
  const submittable =
    (row.state === 'draft' || row.state === 'returned') &&
    submitLock(row, { now, window, uploadGrace }) === null
  return {
    uploadClosesAt: row.state === 'draft' ? window.closesAt : null,
    opensAt: row.state === 'draft' ? opensAt : null,
    nextChangeAt,
    submittable,
    closedBecause:
      row.state === 'draft' && !window.open && reason
        ? (message ?? inBoth(`closed.${reason}`))
        : null,
  }
}

const FINAL = ['approved', 'ineligible', 'withdrawn', 'lapsed']

/** What the candidate may still do with the whole: take a submission back, or give it up. */
function ownStepsOf({ row, release }: ReadDossier, around: Surroundings, now: number) {
  const window = windowAt(around, release, now)
  return {
    recallable:
      row.state === 'submitted' &&
      row.submittedFrom !== null &&
      recallLock(row, { now, window }) === null,
    withdrawable: !FINAL.includes(row.state),
  }
}
