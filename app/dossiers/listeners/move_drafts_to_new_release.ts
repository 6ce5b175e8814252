import logger from '@adonisjs/core/services/logger'
import type ReleasePublished from '#app/catalog/events/release_published'
import MoveDrafts from '#app/dossiers/jobs/move_drafts'

/** Only a hint: where it fails, the sweep finds the drafts that stayed behind. */
export default class MoveDraftsToNewRelease {
  async handle({ regionId }: ReleasePublished) {
    try {
      await MoveDrafts.dispatch({ regionId })
    } catch (error) {
      logger.warn({ err: error, region: regionId }, 'the move of drafts could not be announced')
    }
  }
}
