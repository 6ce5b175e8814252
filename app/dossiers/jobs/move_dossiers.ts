import type { JobOptions } from '@adonisjs/queue/types'
import type { State } from '#app/core/dossier'
import FollowRelease from '#app/dossiers/actions/follow_release'
import { RegionJob } from '#app/shared/region_job'

export interface MoveDossiersPayload {
  regionId: string
  seasonId: string
  releaseId: string
  states: State[]
  /** The administrator who wants it. */
  staffId: string
}

/** Moves dossiers that were submitted under another release, as an administrator asked for. */
export default class MoveDossiers extends RegionJob<MoveDossiersPayload> {
  static options: JobOptions = { queue: 'default', maxRetries: 3 }

  async work() {
    const { seasonId, releaseId, states, staffId } = this.payload
    const by = { kind: 'staff' as const, id: staffId, roles: ['region_admin' as const] }
    await new FollowRelease().handle({ seasonId, releaseId, states, by })
  }
}
