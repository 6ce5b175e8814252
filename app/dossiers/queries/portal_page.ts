import { checklist, explain } from '#app/core/checklist'
import type { Facts, ReleaseDocument } from '#app/core/release'
import { releaseDocument } from '#app/catalog/releases'
import { pointContact, regionContact } from '#app/regions/contacts'
import ExamPoint from '#app/regions/models/exam_point'
import type Region from '#app/regions/models/region'
import type Season from '#app/regions/models/season'
import type SeasonWindow from '#app/regions/models/season_window'
import { extendedView } from '#app/regions/extended'
import { opennessAt } from '#app/regions/openness'
import { currentSeason } from '#app/regions/queries/current_season'
import { noticesFor } from '#app/regions/queries/notices'
import { seasonRevision } from '#app/regions/season_changes'
import type Registration from '#app/registrations/models/registration'
import { factsOf } from '#app/registrations/facts'
import { maskPhone } from '#app/registrations/masks'
import { phoneIsOpen, phoneOf } from '#app/registrations/phone'
import { candidateRegistration } from '#app/registrations/queries/candidate_registration'
import { registrationView } from '#app/registrations/registration_view'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'
import { inBoth } from '#app/shared/wording'
import Item from '#app/dossiers/models/item'
import { runningDeadline } from '#app/dossiers/running_deadline'
import { candidateDossier } from './candidate_dossier.js'

/** A region's front door (inertia/types/regions.ts): open to guests, with the card once signed in. */
export async function portalPage(region: Region, candidateId: string | null) {
  const current = await currentSeason()
  if (!current?.season.currentReleaseId) notFound()
  const { season, windows } = current
  const now = clock.now()
  const release = await releaseDocument(season.currentReleaseId!)
  const registration = candidateId ? await candidateRegistration(candidateId, season.id) : null
  const facts = registration ? factsOf(registration, { approvedBeforeHere: false }) : {}
  const points = await ExamPoint.query().orderBy('code')
  const point = points.find(({ id }) => id === registration?.examPointId)
  return {
    season: { year: season.year },
    revision: seasonRevision(season),
    extended: extendedView(season, now),
    enabled: region.enabled,
    notices: await noticesFor(season.id, candidateId, now),
    windows: windows.map(({ kind, zh, en, startsAt, endsAt }) => ({
      kind,
      name: zh ? { zh, en } : inBoth(`season.kinds.${kind}`),
      startsAt,
      endsAt,
    })),
    examPoints: points.filter(({ parentId }) => parentId === null).map(pointContact),
    contact: regionContact(region),
    phoneStep:
      registration && phoneIsOpen(season, registration)
        ? { phoneMasked: maskPhone(phoneOf(registration)) }
        : null,
    openness: opennessView(region, season, windows, facts, release, now),
    registration:
      registration && point ? registrationView(registration, point, season, release) : null,
    dossier: registration && candidateId ? await dossierSummary(candidateId) : null,
    checklist: region.enabled || !registration ? null : neededOf(release, registration),
  }
}

function opennessView(
  region: Region,
  season: Season,
  windows: SeasonWindow[],
  facts: Facts,
  release: ReleaseDocument,
  now: number
) {
  const view = opennessAt({ region, season, windows, facts, flags: release.flags }, now)
  return {
    ...view,
    label: season.settings.button,
    message: view.message ?? (view.reason ? inBoth(`closed.${view.reason}`) : null),
  }
}

async function dossierSummary(candidateId: string) {
  const dossier = await candidateDossier(candidateId)
  if (!dossier) {
    return { state: 'draft' as const, action: 'begin' as const, returnedItems: 0, deadline: null }
  }
  const returned = await Item.query().where('dossierId', dossier.id).where('reopened', true)
  const actions = { draft: 'continue', returned: 'fix' } as const
  return {
    state: dossier.state,
    action: actions[dossier.state as keyof typeof actions] ?? ('view' as const),
    returnedItems: returned.length,
    deadline: runningDeadline(dossier),
  }
}

/** For a region without online upload: what to bring, and why. */
function neededOf(release: ReleaseDocument, registration: Registration) {
  return checklist(release, factsOf(registration, { approvedBeforeHere: false }))
    .filter(({ need }) => need === 'required' || need === 'optional')
    .map(({ material, need, why }) => ({
      code: material.code,
      name: { zh: material.zh, en: material.en },
      need,
      why: { zh: explain(why, release, 'zh-CN'), en: explain(why, release, 'en') },
    }))
}
