import type { By, State } from '#app/core/dossier'
import { releaseDocument } from '#app/catalog/releases'
import { announceOutbox } from '#app/messages/actions/announce_due_outboxes'
import Registration from '#app/registrations/models/registration'
import { Refused } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { needsOf } from '#app/dossiers/actions/follow_registration'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'

export interface ReleaseMove {
  seasonId: string
  releaseId: string
  /** Which dossiers; drafts follow a new release by themselves, others only on purpose. */
  states: readonly State[]
  by: By
}

export interface MovedDossiers {
  moved: number
  /** Not moved: the rules refused it, e.g. the stage at which it stands is gone. */
  left: number
}

/** At once in memory. */
const BATCH = 200

/**
 * Moves the dossiers of a season to one of its releases, each through the gate: their checklists are
 * computed again, what is newly required opens, and their candidates are told. Whoever is killed in
 * the middle and begins again takes those that are left.
 */
export default class FollowRelease {
  async handle({ seasonId, releaseId, states, by }: ReleaseMove): Promise<MovedDossiers> {
    const release = await releaseDocument(releaseId)
    const stages = release.workflow.stages.length
    const done: MovedDossiers = { moved: 0, left: 0 }
    let after = ''
    for (;;) {
      const dossiers = await Dossier.query()
        .where({ seasonId, live: 1 })
        .whereNot('release_id', releaseId)
        .whereIn('state', [...states])
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH)
      for (const { id, registrationId } of dossiers) {
        const registration = await Registration.findOrFail(registrationId)
        const needs = await needsOf(registration, release)
        const event = { type: 'move_release' as const, releaseId, stages, needs }
        done[(await passed({ dossierId: id, event, by })) ? 'moved' : 'left']++
      }
      if (dossiers.length < BATCH) break
      after = dossiers[dossiers.length - 1].id
    }
    if (done.moved > 0) await announceOutbox(currentRegionId())
    return done
  }
}

/** Submitted or decided meanwhile, or changed under our hands: then it is not one of those to move. */
async function passed(request: Parameters<typeof passGate>[0]): Promise<boolean> {
  try {
    await passGate(request)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
