import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { decide } from '#app/core/dossier'
import { pinFault, type Pin } from '#app/core/pins'
import { readCircumstances } from '#app/dossiers/circumstances'
import { passGate } from '#app/dossiers/gate'
import { lockDossier } from '#app/dossiers/read_dossier'
import VerdictDraft from '#app/review/models/verdict_draft'
import type { Reviewer } from '#app/review/reviewer'
import { clock } from '#app/shared/clock'
import { notFound, Refused, refuse } from '#app/shared/exceptions/refused'
import { transaction } from '#app/shared/transaction'

export interface VerdictToKeep {
  dossierId: string
  itemId: string
  by: Reviewer
  /** Of his claim, and the hash of what he looked at. */
  token: number
  manifest: string
  /** Null takes the draft back. */
  verdict: {
    verdict: 'accepted' | 'returned'
    reasons: string[]
    note: string | null
    pins: Pin[]
  } | null
}

/**
 * Keeps a reviewer's verdict on one item until he finishes. Whoever could renew his claim may do so:
 * the core is asked under the row lock, so a draft never lands on a dossier that has moved on. The
 * lease is renewed when less than half of it is left, not at each key.
 *
 * @returns until when the dossier is his, ms
 * @throws Refused CLAIM_LOST, CLAIM_EXPIRED, STATE_MOVED_ON, MANIFEST_CHANGED, ITEM_UNKNOWN, REASON_MISSING,
 *   PIN_OUTSIDE, PIN_ELSEWHERE, REASON_UNFIT of a pin
 */
export default class KeepVerdict {
  async handle(input: VerdictToKeep): Promise<number> {
    const { dossierId, itemId, by, token, verdict } = input
    if (verdict?.verdict === 'returned' && verdict.reasons.length === 0) {
      refuse('REASON_MISSING', {}, [itemId])
    }
    const { until, renewAt } = await transaction((trx) => keep(trx, input))
    if (clock.now() < renewAt) return until
    await passGate({ dossierId, event: { type: 'renew_claim', token }, by })
    return clock.now() + (until - renewAt) * 2
  }
}

async function keep(trx: TransactionClientContract, input: VerdictToKeep) {
  const { dossierId, itemId, by, token, manifest, verdict } = input
  const dossier = await lockDossier(trx, dossierId)
  if (!dossier) notFound()
  const { core, row, release } = dossier
  const circumstances = await readCircumstances(trx, row, release)
  const decision = decide(core, { type: 'renew_claim', token }, by, circumstances)
  if (!decision.ok) throw new Refused(decision.refusal)
  if (manifest !== core.manifest) refuse('MANIFEST_CHANGED')
  const item = core.items.find(({ id }) => id === itemId)
  if (!item) refuse('ITEM_UNKNOWN')
  const fault = verdict && pinFault(item, verdict)
  if (fault) throw new Refused(fault)

  const own = { dossierId, itemId, staffId: by.id }
  const known = await VerdictDraft.query({ client: trx }).where(own).first()
  if (verdict) {
    const said = { manifest, ...verdict, updatedAt: clock.now() }
    if (known) await known.merge(said).save()
    else await VerdictDraft.create({ id: uuid(), ...own, ...said }, { client: trx })
  } else {
    await known?.delete()
  }
  const { until } = core.claim!
  return { until, renewAt: until - circumstances.claimLease / 2 }
}
