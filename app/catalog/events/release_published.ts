import { BaseEvent } from '@adonisjs/core/events'

/** A season has a new current release: drafts follow it (docs/adr/0001: the lower area listens). */
export default class ReleasePublished extends BaseEvent {
  constructor(
    readonly regionId: string,
    readonly seasonId: string,
    readonly releaseId: string
  ) {
    super()
  }
}
