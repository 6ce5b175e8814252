import { v7 as uuid } from 'uuid'
import { DAY } from '#app/core/time'
import { removeSecondFactor } from '#app/identity/second_factors'
import { changeStaff } from '#app/identity/staff_audit'
import { tellOfReset } from '#app/identity/tell_of_reset'
import { clock } from '#app/shared/clock'
import { refuse } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { revokeSessionsOf } from '#app/shared/session_store_rows'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** What nobody confirms in so long has lost its ground: he who asked has to ask again. */
const OPEN_FOR = 3 * DAY

/** The moment (ms) after which a request must have been made to be open at `now`. */
export const openSince = (now: number) => now - OPEN_FOR

/** A lost second factor is taken away by two people: one asks with a ground, another confirms. */
export class ResetSecondFactor {
  /** @throws Refused RESET_ASKED_ALREADY */
  async request({ by, staffId, ground }: { by: string; staffId: string; ground: string }) {
    await changeStaff(by, async (trx) => {
      const now = clock.now()
      await resets(trx)
        .where('staff_id', staffId)
        .where('open', 1)
        .where('requested_at', '<=', openSince(now))
        .update({ open: null, outcome: 'expired', decided_at: now })
      const open = await resets(trx).where('staff_id', staffId).where('open', 1).first()
      if (open) refuse('RESET_ASKED_ALREADY')
      const id = uuid()
      await trx.table('second_factor_resets').insert({
        region_id: currentRegionId(),
        id,
        staff_id: staffId,
        open: 1,
        ground,
        requested_by: by,
        requested_at: now,
      })
      const payload = { staffId, reset: id, ground }
      return { action: 'staff.second_factor_reset_asked', payload, result: undefined }
    })
  }

  /**
   * @throws Refused ALREADY_DONE when somebody has decided it meanwhile or it is too old,
   *   RESET_NEEDS_ANOTHER when he who confirms has asked for it or is the person himself
   */
  async decide({ by, staffId, reset, confirmed }: Decision) {
    await changeStaff(by, async (trx) => {
      const row = await resets(trx)
        .where('id', reset)
        .where('staff_id', staffId)
        .where('open', 1)
        .where('requested_at', '>', openSince(clock.now()))
        .forUpdate()
        .first()
      if (!row) refuse('ALREADY_DONE')
      if (confirmed && (row.requested_by === by || staffId === by)) refuse('RESET_NEEDS_ANOTHER')
      const outcome = confirmed ? 'confirmed' : 'refused'
      await resets(trx)
        .where('id', reset)
        .update({ open: null, outcome, decided_by: by, decided_at: clock.now() })
      if (confirmed) {
        await removeSecondFactor(trx, staffId)
        await revokeSessionsOf(staffId, { client: trx })
      }
      const payload = { staffId, reset, requestedBy: row.requested_by }
      return { action: `staff.second_factor_reset_${outcome}`, payload, result: undefined }
    })
    if (confirmed) await tellOfReset({ by, staffId })
  }
}

interface Decision {
  by: string
  staffId: string
  reset: string
  confirmed: boolean
}

function resets(trx: TransactionClientContract) {
  return trx.from('second_factor_resets').where('region_id', currentRegionId())
}
