import { inject } from '@adonisjs/core'
import type { StaffActor } from '#app/review/reviewer'
import { Refused } from '#app/shared/exceptions/refused'
import ClaimNext from './claim_next.js'

/**
 * 完成并领取下一份: what waits longest, for a reviewer who has just finished one.
 *
 * @returns the id of the dossier that is his now, or null where nothing waits for him
 */
@inject()
export default class ClaimAnother {
  constructor(private claimNext: ClaimNext) {}

  async handle(actor: StaffActor): Promise<string | null> {
    try {
      const { dossierId } = await this.claimNext.handle(actor)
      return dossierId
    } catch (error) {
      if (error instanceof Refused && error.refusal.code === 'NOTHING_TO_CLAIM') return null
      throw error
    }
  }
}
