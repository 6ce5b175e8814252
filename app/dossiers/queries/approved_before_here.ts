import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { ReleaseDocument } from '#app/core/release'
import { DAY } from '#app/core/time'
import type { Plain } from '#app/shared/joined_models'
import Registration from '#app/registrations/models/registration'
import { factsOf } from '#app/registrations/facts'

const YEAR = 365.25 * DAY

/**
 * The computed fact `approved_before_here` (DOMAIN.md §5): this candidate has an approved dossier of
 * another season in this region, within the release's `years` before `now` (ms), and nothing that
 * breaks carry-over has changed since. One query, none where the region carries nothing over.
 */
export async function approvedBeforeHere(
  registration: Plain<typeof Registration>,
  release: ReleaseDocument,
  now: number,
  client?: QueryClientContract
): Promise<boolean> {
  return (await approvedEarlier(registration, release, now, client)) !== null
}

/** Id of the newest such dossier: what is carried over is its pictures. */
export async function approvedEarlier(
  registration: Plain<typeof Registration>,
  { carryOver }: ReleaseDocument,
  now: number,
  client?: QueryClientContract
): Promise<string | null> {
  if (!carryOver.enabled) return null
  const earlier = await Registration.query({ client })
    .join('dossiers', (dossier) =>
      dossier
        .on('dossiers.region_id', 'registrations.region_id')
        .on('dossiers.registration_id', 'registrations.id')
    )
    .where('registrations.candidate_id', registration.candidateId)
    .whereNot('registrations.season_id', registration.seasonId)
    .where('dossiers.state', 'approved')
    // Approved is final: the last change of such a dossier is its approval.
    .where('dossiers.updated_at', '>=', now - carryOver.years * YEAR)
    .orderBy('dossiers.id', 'desc')
    .select('registrations.*', 'dossiers.id as approved_dossier')
  const kept = earlier.find((one) =>
    carryOver.breakIfChanged.every((code) => valueOf(one, code) === valueOf(registration, code))
  )
  return kept ? kept.$extras.approved_dossier : null
}

function valueOf(registration: Plain<typeof Registration>, code: string) {
  if (code === 'id_no') return registration.idNoIndex
  if (code === 'institution') return registration.institution
  return factsOf(registration, { approvedBeforeHere: false })[code]
}
